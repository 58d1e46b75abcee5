import {customerRanges} from "../aggregates/aggregates.ts";
import {askedCells} from "../aggregates/cellPlan.ts";
import {plainDimensions} from "../aggregates/dimensions.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import {basketArrays} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {Affinity, AffinityQuery} from "./affinity.ts";
import {affinityGroups} from "./affinityGroups.ts";
import type {AnalysedBaskets, Counting} from "./analysedBaskets.ts";
import type {ProductItemsTask} from "./productItems.ts";
import {remembered} from "./remembered.ts";
import {NOT_PAIRED, pairsOf} from "./togetherCounts.ts";
import type {TogetherCounts, TogetherTask} from "./togetherCounts.ts";

const PRODUCTS = 60;
const MOST_PAIRED = 1000;

/** What goes together in one order. @throws Error for a dimension nobody declared; pages are checked before. */
export async function affinityOf(
  query: AffinityQuery,
  analysed: AnalysedBaskets,
  {pool, gate}: Counting
): Promise<Affinity> {
  const asked = askedCells(
    {by: query.by === undefined ? [query.of] : [query.of, query.by]},
    analysed.dimensions
  );
  const [dimension, by] = asked.dimensions as [CodedDimension, CodedDimension | undefined];
  const most = Math.min(query.most ?? (query.of === "product" ? PRODUCTS : MOST_PAIRED), MOST_PAIRED);
  const codes = await frequentCodes(dimension, most, analysed, pool);
  const counted = await together(dimension, codes, by, analysed, pool);
  return {
    query,
    dimension: plainDimensions([dimension])[0]!,
    codes,
    groups: await affinityGroups(query, dimension, codes, by, analysed.baskets, counted, gate)
  };
}

/** Codes in most item lines first; of equals the first code. Those in none are left out. */
async function frequentCodes(
  {codes, labels}: CodedDimension,
  most: number,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<number[]> {
  const ofProducts = await countedItems(analysed, pool);
  const items = new Float64Array(labels.length);
  for (const [product, count] of ofProducts.entries()) items[codes[product]!]! += count;
  const found = [...labels.keys()].filter((code) => items[code]! > 0);
  return found.sort((a, b) => items[b]! - items[a]! || a - b).slice(0, most);
}

async function countedItems({baskets, memo}: AnalysedBaskets, pool: WorkerPool): Promise<Float64Array> {
  const [items] = await remembered(memo, "items by product", async () => {
    const arrays = basketArrays(baskets);
    const counted = await Promise.all(
      customerRanges(baskets, pool.size).map(([from, to]) =>
        pool.run<Float64Array>("productItems", {baskets: arrays, from, to} satisfies ProductItemsTask)
      )
    );
    return [added(counted, baskets.products)];
  });
  return items!;
}

async function together(
  dimension: CodedDimension,
  codes: readonly number[],
  by: CodedDimension | undefined,
  {baskets, memo}: AnalysedBaskets,
  pool: WorkerPool
): Promise<TogetherCounts> {
  const places = new Uint16Array(dimension.labels.length).fill(NOT_PAIRED);
  for (const [place, code] of codes.entries()) places[code] = place;
  const placeOf = new Uint16Array(new SharedArrayBuffer(2 * baskets.products));
  for (let product = 0; product < baskets.products; product++)
    placeOf[product] = places[dimension.codes[product]!]!;
  const groups = by?.labels.length ?? 1;
  const description = {
    together: codesDigest(placeOf),
    places: codes.length,
    by: by && [codesDigest(by.codes), groups]
  };
  const [orders, customers] = await remembered(memo, description, async () => {
    const arrays = basketArrays(baskets);
    const counted = await Promise.all(
      customerRanges(baskets, pool.size).map(([from, to]) =>
        pool.run<TogetherCounts>("togetherCounts", {
          baskets: arrays,
          from,
          to,
          placeOf,
          places: codes.length,
          groupOf: by?.codes,
          groups
        } satisfies TogetherTask)
      )
    );
    const cells = groups * pairsOf(codes.length);
    return [
      added(
        counted.map((each) => each.orders),
        cells
      ),
      added(
        counted.map((each) => each.customers),
        cells
      )
    ];
  });
  return {orders: orders!, customers: customers!};
}

function added(lists: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  for (const list of lists) for (let at = 0; at < length; at++) all[at]! += list[at]!;
  return all;
}
