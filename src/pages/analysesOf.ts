import {analysisQuery} from "../figures/analyses/analysisQueries.ts";
import type {AnalysisQuery} from "../figures/analysisSpec.ts";
import {analysisKey} from "../figures/analysisSpec.ts";
import type {PageSource} from "./pageSource.ts";

/** Every analysis that the pages' figures show, each once. */
export function analysesOf(pages: readonly PageSource[]): readonly AnalysisQuery[] {
  const queries = pages.flatMap(({blocks}) =>
    blocks.flatMap((block) => {
      const query =
        block.kind === "figure" && block.spec.unavailable === undefined
          ? analysisQuery(block.spec)
          : undefined;
      return query ? [query] : [];
    })
  );
  return [...new Map(queries.map((query) => [analysisKey(query), query])).values()];
}
