import type {Config} from "../data-loaders/config/readConfig.ts";
import type {AggregateQuery} from "../data-loaders/aggregates/aggregate.ts";
import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import {mergedQueries} from "../data-loaders/aggregates/mergedQueries.ts";
import {UserError} from "../data-loaders/config/problem.ts";
import {figuresById} from "../src/pages/numberedFigures.ts";
import type {PageSource} from "../src/pages/pageSource.ts";
import {queriesOf} from "../src/pages/queriesOf.ts";
import {readPages} from "../src/pages/readPages.ts";
import {checkRecommendations} from "../src/pages/recommendations/checkRecommendations.ts";
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
    recommendations: config.recommendations,
    dimensions,
    unavailable: lacking
  };
  const pages = readPages(folders.pages, context);
  const recommended = checkRecommendations(config.recommendations, {context, figures: figuresById(pages)});
  if (recommended.problems.length > 0) throw new UserError(recommended.problems);
  return {pages, queries: mergedQueries([...queriesOf(pages), ...recommended.queries])};
}
