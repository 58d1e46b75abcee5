import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError, problemLine} from "../../data-loaders/config/problem.ts";
import type {Config} from "../../data-loaders/config/readConfig.ts";
import {resegmented, segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {SegmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import type {PublishedNumber} from "../../src/pages/publication.ts";
import {publicationFor} from "../makePublication.ts";
import type {Progress} from "../progress.ts";
import type {ReportFolders} from "../reportFolders.ts";

/** What the definitions of a version say of the data of now; why not, where they can't be carried out. */
export type OldNumbers = {readonly numbers: readonly PublishedNumber[]} | {readonly note: string};

export interface OldVersion {
  /** The version's folder, with what it was written in under `config/`. */
  readonly folder: string;
  readonly config: Config;
}

/**
 * Carries out the configuration and the pages kept with a version on the data of now. Their expectations are not held
 * to: that they break may be the very change.
 */
export async function oldNumbers(
  {folder, config}: OldVersion,
  now: {readonly config: Config; readonly segmented: SegmentedBaskets},
  folders: ReportFolders,
  pool: WorkerPool,
  progress: Progress
): Promise<OldNumbers> {
  const pages = join(folder, "config/pages");
  if (!existsSync(pages))
    return {note: "That version did not keep its pages, so that causes are not told apart."};
  const {citation, notice} = now.config.sources;
  const sources = {...config.sources, citation, notice};
  const old = {...config, sources};
  const quiet: Progress = {...progress, done: () => undefined};
  try {
    const segmented = isSame(sources.tables, now.config.sources.tables)
      ? await resegmented(old, now.segmented, pool)
      : await segmentedBaskets(old, folders.data, folders.cache, pool, (...at) => progress.at(...at));
    const there = {...folders, config: join(folder, "config"), pages};
    const {numbers} = await publicationFor(there, {config: old, segmented}, pool, quiet, {
      holdsExpectations: false
    });
    return {numbers};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first] = error.problems;
    return {
      note: `The old definitions can’t be carried out on the data of now, so that causes are not told apart: ${first ? problemLine(first) : ""}`
    };
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
