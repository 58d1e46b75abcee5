import {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {UserError} from "../data-loaders/config/problem.ts";
import {inOrder} from "../data-loaders/config/reading.ts";
import {segmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import {learnPages} from "../src/pages/learnPages.ts";
import {checkAssigned} from "../data-loaders/segments/proofs/checkAssigned.ts";
import {proveSegments} from "../data-loaders/segments/proofs/proveSegments.ts";
import {checkedSegmentations} from "./check/checkedSegmentations.ts";
import {checkJson, problemsJson} from "./check/checkJson.ts";
import type {CheckResult} from "./check/checkResult.ts";
import {checkText} from "./check/checkText.ts";
import {keepSchemas} from "./keepSchemas.ts";
import {keepTexts, recallKeptTexts} from "./keptTexts.ts";
import {keepCuts} from "./keepCuts.ts";
import type {Progress} from "./progress.ts";
import {meanwhile} from "./meanwhile.ts";
import {readPagesFor} from "./readPagesFor.ts";
import {readReportConfig} from "./readReportConfig.ts";
import type {ReportFolders} from "./reportFolders.ts";
import {workerEntry} from "./workerEntry.ts";

/** Where the outcome is written. */
export interface CheckOutput {
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Config, data and page figures only: what would stop a build, the population flow, the size of every segment, and what
 * is odd about them. With `json` for machines: the same as one object, or what is wrong as a list, both on `output`.
 * @throws UserError for what would stop a build
 */
export async function checkReport(
  folders: ReportFolders,
  {json}: {readonly json?: boolean},
  progress: Progress,
  output: CheckOutput
): Promise<void> {
  try {
    const result = await checked(folders, progress);
    output.write(`${json ? checkJson(result) : checkText(result, output.columns)}\n`);
  } catch (error) {
    if (json && error instanceof UserError) output.write(`${problemsJson(error.problems)}\n`);
    throw error;
  }
}

async function checked(folders: ReportFolders, progress: Progress): Promise<CheckResult> {
  const pool = new WorkerPool(workerEntry());
  try {
    recallKeptTexts(folders.cache, pool.code);
    keepSchemas(folders);
    const config = readReportConfig(folders);
    progress.done("config read");
    const segmented = await meanwhile(
      segmentedBaskets(config, folders.data, folders.cache, pool, (step, done, total) =>
        progress.at(step, done, total)
      ),
      () => learnPages(folders.pages)
    );
    const {baskets, segmentations: assigned, segments, unavailable, cuts} = segmented;
    keepSchemas(folders, baskets);
    await segmented.save();
    progress.done(segmented.read ? "CSVs read into baskets" : "baskets from the cache");
    const {pages} = readPagesFor(folders, config, segmented);
    segmented.memo.save();
    keepTexts(folders.cache, pool.code);
    progress.done("pages read", `${pages.length} pages`);
    keepCuts(folders.config, cuts);
    const atLeast = config.report.customersAtLeast;
    // once more, with the cut points that the data gave to quantiles
    const {problems, warnings} = proveSegments(segments, config.sources, config.where);
    const result: CheckResult = {
      flow: baskets.words.flow,
      segmentations: checkedSegmentations(segments.segmentations, assigned, baskets, atLeast),
      unavailable: [...unavailable].map(([name, because]) => ({name, because})),
      warnings: [
        ...inOrder([...problems, ...warnings]),
        ...checkAssigned({...config, segments, assigned, baskets, atLeast})
      ]
    };
    progress.done("segments checked");
    return result;
  } finally {
    await pool.close();
  }
}
