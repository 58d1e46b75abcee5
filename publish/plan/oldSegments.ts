import {join} from "node:path";
import {UserError, problemLine} from "../../data-loaders/config/problem.ts";
import type {Problem} from "../../data-loaders/config/problem.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import type {Segments} from "../../data-loaders/config/segments.ts";
import {resegmented} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";

/** The definitions of a version, and who is in which segment by them on the data of now. */
export interface OldSegments {
  readonly config?: Config;
  readonly assigned: readonly Assigned[];
  /** What could not be carried out, and why. */
  readonly notes: readonly string[];
}

/** Reads the configuration kept with a version and carries it out on the data of now, as far as that is possible. */
export async function oldSegments(
  folder: string,
  now: SegmentedBaskets,
  sources: Config["sources"],
  pool: WorkerPool
): Promise<OldSegments> {
  let config: Config;
  try {
    config = readConfig(join(folder, "config"));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const notes = [
      "The configuration of that version no longer reads, so that sizes are compared and no moves:"
    ];
    return {assigned: [], notes: [...notes, ...error.problems.map(problemLine)]};
  }
  const dropped: Problem[] = [];
  for (let segments: Segments | undefined = config.segments; segments; ) {
    try {
      const {segmentations} = await resegmented({sources, segments, where: config.where}, now, pool);
      return {config, assigned: segmentations, notes: droppedNotes(dropped)};
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      dropped.push(...error.problems);
      segments = without(segments, error.problems);
    }
  }
  return {config, assigned: [], notes: droppedNotes(dropped)};
}

/** Without the facts and segmentations that problems are about; undefined when they are about none. */
function without({facts, segmentations}: Segments, problems: readonly Problem[]): Segments | undefined {
  const about = new Set(
    problems.map(({path = ""}) => /^(facts|segmentations)\.([^.[]+)/.exec(path)?.slice(1, 3).join("."))
  );
  const left = {
    facts: facts.filter(({name}) => !about.has(`facts.${name}`)),
    segmentations: segmentations.filter(({name}) => !about.has(`segmentations.${name}`))
  };
  const isLess = left.facts.length + left.segmentations.length < facts.length + segmentations.length;
  return isLess ? left : undefined;
}

function droppedNotes(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [
    "Old definitions that do not fit the data of now; of these, sizes are compared and no moves:",
    ...problems.map(problemLine)
  ];
}
