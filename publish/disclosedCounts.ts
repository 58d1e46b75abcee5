import type {Aggregate, AggregateQuery} from "../data-loaders/aggregates/aggregate.ts";
import {aggregates} from "../data-loaders/aggregates/aggregates.ts";
import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import type {AnalysisGate} from "../data-loaders/analyses/analysedBaskets.ts";
import {jointGate} from "../data-loaders/analyses/jointGate.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {discloseAlone} from "../data-loaders/disclosure/discloseAlone.ts";
import {discloseAll} from "../data-loaders/disclosure/discloseAll.ts";
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
  const sizes = sizeTables(segmentations, dimensions, baskets);
  const raw = [...(await aggregates(queries, dimensions, baskets, pool, memo)), ...sizes];
  const published = asked.filter(({kind}) => kind !== "crosstabs").length;
  let aggregated = published === 0 ? discloseAll(raw, dimensions, baskets, settings) : [];
  const gate = jointGate(atLeast, published, (more, made) => {
    const all = discloseAll([...raw, ...more], [...dimensions, ...made], baskets, settings);
    aggregated = all.slice(0, raw.length);
    return all.slice(raw.length);
  });
  const unpublished: AnalysisGate = {
    atLeast,
    disclose: (tables) => tables.map((table) => discloseAlone(table, atLeast))
  };
  const analyses = await countAnalyses(asked, segmented, {pool, gate, unpublished});
  return {
    aggregated: aggregated.slice(0, queries.length),
    analyses,
    sizes: toldSizes(segmentations, aggregated.slice(queries.length), baskets, settings)
  };
}
