import type {Config} from "../data-loaders/config/readConfig.ts";
import type {AggregateQuery} from "../data-loaders/aggregates/aggregate.ts";
import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";

import type {PageSource} from "../src/pages/pageSource.ts";
import {queriesOf} from "../src/pages/queriesOf.ts";
import {readPages} from "../src/pages/readPages.ts";
import type {ReportFolders} from "./reportFolders.ts";

const NO_PRICES = "this data has no prices";

/** The pages, checked against what this data can answer, and the questions they ask. */
export function readPagesFor(
  folders: ReportFolders,
  config: Config,
  {dimensions, unavailable, baskets}: SegmentedBaskets
): {pages: readonly PageSource[]; queries: readonly AggregateQuery[]} {
  const lacking = new Map(unavailable);
  if (!baskets.words.hasPrices) for (const part of ["spend", "priced_items"]) lacking.set(part, NO_PRICES);
  const context = {
    measures: config.measures,
    segments: config.segments,
    settings: config.report,
    dimensions,
    unavailable: lacking
  };
  const pages = readPages(folders.pages, context);
  return {pages, queries: queriesOf(pages)};
}
