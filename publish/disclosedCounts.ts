import {setImmediate as turn} from "node:timers/promises";
import type {Aggregate, AggregateQuery} from "../data-loaders/aggregates/aggregate.ts";
import {isOfCustomers} from "../data-loaders/aggregates/dimensions.ts";
import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import type {AnalysisGate} from "../data-loaders/analyses/analysedBaskets.ts";
import {freeMemory} from "../data-loaders/baskets/freeMemory.ts";
import {countedPairs} from "../data-loaders/analyses/countedPairs.ts";
import {jointAggregates} from "../data-loaders/analyses/jointAggregates.ts";
import {jointGates} from "../data-loaders/analyses/jointGates.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {crossedCounts} from "../data-loaders/disclosure/crossedCounts.ts";
import {customerGround} from "../data-loaders/disclosure/customerGround.ts";
import type {CustomerGround} from "../data-loaders/disclosure/customerGround.ts";
import {discloseAlone} from "../data-loaders/disclosure/discloseAlone.ts";
import {discloseAll, foreseeHiding} from "../data-loaders/disclosure/discloseAll.ts";
import type {DisclosureSettings} from "../data-loaders/disclosure/discloseAll.ts";
import type {CountedAnalyses} from "../src/figures/analyses/countedAnalyses.ts";
import type {AnalysisQuery} from "../src/figures/analysisSpec.ts";
import type {SizedSegmentation} from "../src/pages/publication.ts";
import {countAnalyses} from "./countAnalyses.ts";
import {sizeTables, toldSizes} from "./manifest/toldSizes.ts";

export interface DisclosedCounts {
  /** One per query. */
  readonly aggregated: readonly Aggregate[];
  readonly analyses: CountedAnalyses;
  readonly sizes: readonly SizedSegmentation[];
}

/**
 * Counts all that the pages ask for, and takes it through the gate in one go: what one table hides, the tables of an
 * analysis do not tell, nor do the sizes of segments that the manifest lists. Crosstabs go by themselves: of them only
 * effect sizes over all cells are published, and tables that nobody sees must not hide what the pages show.
 */
export async function disclosedCounts(
  queries: readonly AggregateQuery[],
  asked: readonly AnalysisQuery[],
  segmented: SegmentedBaskets,
  pool: WorkerPool,
  settings: DisclosureSettings
): Promise<DisclosedCounts> {
  const {baskets, dimensions, memo, segmentations} = segmented;
  const atLeast = settings.customersAtLeast;
  const published = asked.filter(({kind}) => kind !== "crosstabs");
  let ground: CustomerGround | undefined;
  const [ofPages, ...ofAnalyses] = jointGates(
    atLeast,
    1 + published.length,
    (raw, made) => discloseAll(raw, [...dimensions, ...made], baskets, settings, {ground, memo}),
    (raw, made) => {
      foreseeHiding(raw, [...dimensions, ...made], baskets, settings, {ground, memo});
      freeMemory();
    }
  );
  const unpublished: AnalysisGate = {
    atLeast,
    disclose: (tables) => tables.map((table) => discloseAlone(table, atLeast))
  };
  const ask = jointAggregates(segmented, pool);
  const counted = ask(queries);
  const counting = countAnalyses(asked, segmented, {
    pool,
    ask,
    gateOf: (query) => ofAnalyses[published.indexOf(query)] ?? unpublished
  });
  // while the threads count
  const sizing = turn().then(async () => {
    const pairs = await countedPairs(segmented, dimensions.filter(isOfCustomers), pool);
    ground = customerGround(dimensions, atLeast, crossedCounts(pairs));
    return sizeTables(segmentations, dimensions, baskets);
  });
  const disclosing = Promise.all([counted, sizing]).then(([raw, sizes]) =>
    ofPages!.disclose([...raw, ...sizes])
  );
  const [analyses, sizes, shown] = await Promise.all([counting, sizing, disclosing]);
  return {
    aggregated: shown.slice(0, queries.length),
    analyses,
    sizes: toldSizes(segmentations, sizes, shown.slice(queries.length), baskets, settings)
  };
}
