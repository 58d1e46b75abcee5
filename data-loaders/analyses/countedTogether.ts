import {customerRanges} from "../aggregates/aggregates.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import {codesDigest} from "../aggregates/keptAggregates.ts";
import {basketArrays, withoutItems} from "../baskets/store.ts";
import type {Memo} from "../baskets/memo.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {remembered} from "./remembered.ts";
import {IN_A_MASK, pairsOf} from "./togetherCounts.ts";
import type {OrderMasks, TogetherCounts, TogetherTask} from "./togetherCounts.ts";

/**
 * Orders that hold two of some codes of a dimension of products, by groups of customers: as they were remembered, or
 * counted now. Few codes are looked up in the items once and remembered by order; other groups need no items then.
 */
export async function countedTogether(
  dimension: CodedDimension,
  codes: readonly number[],
  by: CodedDimension | undefined,
  analysed: AnalysedBaskets,
  pool: WorkerPool
): Promise<TogetherCounts> {
  const {baskets, memo} = analysed;
  const placeOf = productPlaces(dimension, codes, baskets.products);
  const groups = by?.labels.length ?? 1;
  const description = {
    together: codesDigest(placeOf),
    places: codes.length,
    by: by && [codesDigest(by.codes), groups]
  };
  const [orders, customers] = await remembered(memo, description, async () => {
    const counted = await countRanges(placeOf, codes.length, by, analysed, pool);
    const cells = groups * pairsOf(codes.length);
    return (["orders", "customers"] as const).map((part) =>
      added(
        counted.map((each) => each[part]),
        cells
      )
    );
  });
  return {orders: orders!, customers: customers!};
}

async function countRanges(
  placeOf: Uint16Array<SharedArrayBuffer>,
  places: number,
  by: CodedDimension | undefined,
  {baskets, memo}: AnalysedBaskets,
  pool: WorkerPool
): Promise<TogetherCounts[]> {
  const heldOf = codesDigest(placeOf);
  return Promise.all(
    customerRanges(baskets, pool.size).map(async ([from, to]) => {
      const description = {held: heldOf, from, to};
      const orders = baskets.orderStart[to]! - baskets.orderStart[from]!;
      const masks = by && places <= IN_A_MASK ? orderMasks(memo, description, orders) : undefined;
      const counts = await pool.run<TogetherCounts>("togetherCounts", {
        baskets: masks?.areTold ? withoutItems(baskets) : basketArrays(baskets),
        from,
        to,
        placeOf,
        places,
        groupOf: by?.codes,
        groups: by?.labels.length ?? 1,
        masks
      } satisfies TogetherTask);
      if (masks && !masks.areTold) memo.put(description, {}, [{name: "masks", array: masks.of}]);
      return counts;
    })
  );
}

/** Groups of customers change with every edit of a segmentation, what they hold together does not. */
function orderMasks(memo: Memo, description: unknown, orders: number): OrderMasks {
  const kept = memo.get(description)?.arrays.get("masks");
  const buffer = kept ?? new SharedArrayBuffer(orders * BigUint64Array.BYTES_PER_ELEMENT);
  return {of: new BigUint64Array(buffer), areTold: kept !== undefined};
}

function productPlaces(
  dimension: CodedDimension,
  codes: readonly number[],
  products: number
): Uint16Array<SharedArrayBuffer> {
  const places = new Uint16Array(dimension.labels.length).fill(codes.length);
  for (const [place, code] of codes.entries()) places[code] = place;
  const placeOf = new Uint16Array(new SharedArrayBuffer(2 * products));
  for (let product = 0; product < products; product++) placeOf[product] = places[dimension.codes[product]!]!;
  return placeOf;
}

function added(lists: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  for (const list of lists) for (let at = 0; at < length; at++) all[at]! += list[at]!;
  return all;
}
