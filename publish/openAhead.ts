import {join} from "node:path";
import {setImmediate as turn} from "node:timers/promises";
import {UserError} from "../data-loaders/config/problem.ts";
import {readSources} from "../data-loaders/config/readSources.ts";
import type {Sources} from "../data-loaders/config/sources.ts";
import type {OnProgress} from "../data-loaders/baskets/onProgress.ts";
import {openBaskets} from "../data-loaders/baskets/openBaskets.ts";
import type {OpenedBaskets} from "../data-loaders/baskets/openBaskets.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import type {ReportFolders} from "./reportFolders.ts";

/** Baskets that are being opened. */
export interface Opening {
  readonly opening: Promise<OpenedBaskets>;
}

/**
 * Has threads begin with the tables: how they are read says `sources.yaml` alone, and the rest of the configuration takes
 * this thread a while. What is wrong with the data is told to whoever waits for them, after what is wrong with the
 * configuration. Nothing is begun where `sources.yaml` has problems: they are told with those of the other files.
 */
export async function openAhead(
  {config, data, cache}: ReportFolders,
  pool: WorkerPool,
  onProgress: OnProgress
): Promise<Opening | undefined> {
  const sources = soundSources(join(config, "sources.yaml"));
  if (!sources) return undefined;
  const opening = openBaskets(sources, data, cache, pool, onProgress);
  opening.catch(() => undefined);
  await turn(); // so that threads have jobs
  return {opening};
}

function soundSources(path: string): Sources | undefined {
  try {
    return readSources(path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
