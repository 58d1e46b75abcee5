import {problemList} from "./problemList.ts";
import type {ProblemList} from "./problemList.ts";
import type {Reading} from "./reading.ts";
import type {YamlFile} from "./readYaml.ts";
import type {FrozenQuantiles} from "./segmentations/segmentationReading.ts";
import type {Draft} from "./shapes/draft.ts";
import {whole} from "./shapes/draft.ts";
import {frozen} from "./shapes/frozen.ts";
import type {WrittenFrozen} from "./shapes/frozen.ts";
import {shaped} from "./shapes/shaped.ts";
import type {Vocabulary} from "./vocabulary.ts";

/** Cut points by segmentation, as they are kept in `frozen.yaml`. */
export type Frozen = ReadonlyMap<string, readonly number[]>;

const CURE = "delete this entry, and the next build computes it anew";

/** Reads `frozen.yaml` against the segmentations it belongs to; those are absent where segments.yaml cannot be read. */
export function frozenReading(
  yaml: YamlFile,
  segmentations: Vocabulary["segmentations"] | undefined
): Reading<Frozen> {
  const problems = problemList(yaml);
  const draft: Draft<WrittenFrozen> = shaped({frozen}, yaml.value, [], problems) ?? {};
  for (const name of yaml.keys([])) {
    const entry = draft[name];
    if (entry) checkEntry(name, entry, segmentations, problems);
  }
  return {
    problems: problems.list,
    exact: () => new Map(Object.entries(whole<WrittenFrozen>(draft)).map(([name, {up_to}]) => [name, up_to]))
  };
}

function checkEntry(
  name: string,
  {by, quantiles, up_to}: Draft<WrittenFrozen[string]>,
  segmentations: Vocabulary["segmentations"] | undefined,
  problems: ProblemList
): void {
  const message = segmentations && usedMessage(name, {by, count: quantiles}, segmentations);
  if (message !== undefined) problems.add([name], message, "key");
  if (quantiles !== undefined && up_to && up_to.length !== quantiles - 1)
    problems.add(
      [name, "up_to"],
      `${quantiles} quantiles have ${quantiles - 1} cut points, and here are ${up_to.length}; ${CURE}`
    );
  const fall =
    up_to?.findIndex((end, at) => at > 0 && end !== undefined && end <= (up_to[at - 1] ?? end - 1)) ?? -1;
  if (fall > 0) problems.add([name, "up_to", fall], `cut points have to rise; ${CURE}`);
}

const isSameOrUnknown = <T>(a: T | undefined, b: T | undefined): boolean =>
  a === undefined || b === undefined || a === b;

function usedMessage(
  name: string,
  {by, count}: FrozenQuantiles,
  segmentations: Vocabulary["segmentations"]
): string | undefined {
  const reading = segmentations.get(name);
  if (segmentations.has(name) && !reading) return undefined;
  const used = reading?.frozen;
  if (!used) return 'no segmentation of this name has "freeze: true"; delete this entry';
  const isSame = isSameOrUnknown(used.by, by) && isSameOrUnknown(used.count, count);
  return isSame
    ? undefined
    : `was computed for ${count} quantiles of ${by}, not ${used.count} of ${used.by}; ${CURE}`;
}
