import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {Aggregate} from "../../data-loaders/aggregates/aggregate.ts";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {OnProgress} from "../../data-loaders/baskets/onProgress.ts";
import {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {beginAnalyses, beginPairs} from "../../publish/beginAnalyses.ts";
import {disclosedCounts} from "../../publish/disclosedCounts.ts";
import {keepTexts, recallKeptTexts} from "../../publish/keptTexts.ts";
import {meanwhile} from "../../publish/meanwhile.ts";
import {openAhead} from "../../publish/openAhead.ts";
import {readPagesFor} from "../../publish/readPagesFor.ts";
import {readReportConfig} from "../../publish/readReportConfig.ts";
import {saveForNext} from "../../publish/saveForNext.ts";
import {workerEntry} from "../../publish/workerEntry.ts";
import {analysesOf} from "../../src/pages/analysesOf.ts";
import {learnPages} from "../../src/pages/learnPages.ts";
import {queryName} from "../measured.ts";
import type {Measured, StepTask, Sums} from "../measured.ts";
import {stopwatch} from "../stopwatch.ts";

/** What `npm run report` does up to the numbers, analyses and gate included. An empty cache makes it a cold run. */
export async function run({config: configFolder, data, cache, pages}: StepTask): Promise<Measured> {
  const watch = stopwatch();
  watch.lap("start of Node");
  const pool = new WorkerPool(workerEntry());
  recallKeptTexts(cache, pool.code);
  const folders = {root: "", config: configFolder, pages, data, cache, dist: ""};
  const onProgress: OnProgress = (step, done) => {
    if (done === 0) watch.lap(step === "assigning segments" ? "CSVs or cache to baskets" : step);
  };
  const ahead = await openAhead(folders, pool, onProgress);
  const config = readReportConfig(folders);
  watch.lap("config");
  const segmented = await meanwhile(
    segmentedBaskets(config, data, cache, pool, onProgress, {
      ...ahead,
      alongside: (opened) => beginAnalyses(opened, pool)
    }),
    () => learnPages(pages)
  );
  watch.lap("facts and segments");
  await beginPairs(segmented, pool);
  const read = readPagesFor(folders, config, segmented);
  watch.lap("pages' questions");
  const {queries} = read;
  const {aggregated} = await disclosedCounts(queries, analysesOf(read.pages), segmented, pool, config.report);
  watch.lap(`aggregates, analyses and gate, ${aggregated.reduce((sum, {cells}) => sum + cells, 0)} cells`);
  watch.stop();
  await saveForNext(segmented, pool, console.error);
  keepTexts(cache, pool.code);
  watch.lap("(kept and counted for the next run)");
  const {dimensions, baskets, memo} = segmented;
  const counted = await aggregates(queries, dimensions, baskets, pool, memo);
  await pool.close();
  return watch.measured(Object.fromEntries(queries.map(({by}, at) => [queryName(by), sums(counted[at]!)])));
}

function sums({parts}: Pick<Aggregate, "parts">): Sums {
  const total = (values: Float64Array | undefined): number =>
    (values ?? new Float64Array()).reduce((a, b) => a + b, 0);
  return [total(parts.customers), total(parts.items), total(parts.spend)];
}
