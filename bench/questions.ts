import {segmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {readConfig} from "../data-loaders/config/readConfig.ts";
import {readPagesFor} from "../publish/readPagesFor.ts";
import {workerEntry} from "../publish/workerEntry.ts";

/** The questions the report asks of this data, for the ways that do not read its pages. */
export async function questions(
  {config: configFolder, pages}: {readonly config: string; readonly pages: string},
  data: string,
  cache: string
): Promise<readonly (readonly string[])[]> {
  const pool = new WorkerPool(workerEntry());
  try {
    const config = readConfig(configFolder);
    const segmented = await segmentedBaskets(config, data, cache, pool, () => undefined);
    const folders = {root: "", config: configFolder, pages, data, cache, dist: ""};
    return readPagesFor(folders, config, segmented).queries.map(({by}) => by);
  } finally {
    await pool.close();
  }
}
