import {setImmediate as turn} from "node:timers/promises";
import type {AffinityQuery} from "../data-loaders/analyses/affinity.ts";
import {affinityOf, mostPaired} from "../data-loaders/analyses/affinityOf.ts";
import type {AnalysedBaskets, AnalysisGate} from "../data-loaders/analyses/analysedBaskets.ts";
import {concentrations} from "../data-loaders/analyses/concentrations.ts";
import {crosstabs} from "../data-loaders/analyses/crosstabs.ts";
import type {AskAggregates} from "../data-loaders/analyses/jointAggregates.ts";
import {priceLadderOf} from "../data-loaders/analyses/priceLadderOf.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import type {CountedAnalyses} from "../src/figures/analyses/countedAnalyses.ts";
import type {AnalysisQuery} from "../src/figures/analysisSpec.ts";
import {analysisKey} from "../src/figures/analysisSpec.ts";

interface GatedCounting {
  readonly pool: WorkerPool;
  readonly ask: AskAggregates;
  readonly gateOf: (query: AnalysisQuery) => AnalysisGate;
}

/** Counts every analysis that the pages ask for, through the gate. */
export async function countAnalyses(
  queries: readonly AnalysisQuery[],
  analysed: AnalysedBaskets,
  counting: GatedCounting
): Promise<CountedAnalyses> {
  const found = await Promise.all(queries.map((query) => answered(query, queries, analysed, counting)));
  const answers = new Map(queries.map((query, at) => [analysisKey(query), found[at]]));
  const answer = <Answer>(query: AnalysisQuery): Answer => {
    const key = analysisKey(query);
    if (!answers.has(key)) throw new Error(`${key} was not counted`);
    return answers.get(key) as Answer;
  };
  return {
    crosstabs: () => answer({kind: "crosstabs"}),
    concentration: (of) => answer({kind: "concentration", of}),
    affinity: (query) => answer({kind: "affinity", query}),
    ladder: (query) => answer({kind: "ladder", query})
  };
}

async function answered(
  query: AnalysisQuery,
  all: readonly AnalysisQuery[],
  analysed: AnalysedBaskets,
  {pool, ask, gateOf}: GatedCounting
): Promise<unknown> {
  const counting = {pool, ask, gate: gateOf(query)};
  switch (query.kind) {
    case "crosstabs":
      await turn(); // the threads begin with what takes longer
      return crosstabs(analysed, counting);
    case "concentration":
      return (await concentrations(analysed, counting, [query.of]))[0];
    case "affinity":
      return affinityOf(query.query, analysed, counting, countedBy(query.query, all));
    case "ladder":
      return priceLadderOf(query.query, analysed, counting);
  }
}

/** The segmentation that everyone's pairs are counted by, where some page asks for them by one. */
function countedBy(query: AffinityQuery, all: readonly AnalysisQuery[]): string | undefined {
  const likewise = all.flatMap((each) => (each.kind === "affinity" ? [each.query] : []));
  return (
    query.by ??
    likewise.find(
      ({of, most, by}) => by !== undefined && of === query.of && mostPaired({of, most}) === mostPaired(query)
    )?.by
  );
}
