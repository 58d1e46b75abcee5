import {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import type {Publication} from "../src/pages/publication.ts";
import {makePublication} from "./makePublication.ts";
import type {Progress} from "./progress.ts";
import type {ReportFolders} from "./reportFolders.ts";

/** The publication as config, data and pages stand now. An entry of the bundle of its own, so that `dev` can load newer code. */
export async function recompute(
  folders: ReportFolders,
  progress: Progress,
  worker: string
): Promise<Publication> {
  const pool = new WorkerPool(worker);
  return (await makePublication(folders, pool, progress).finally(() => pool.close())).publication;
}
