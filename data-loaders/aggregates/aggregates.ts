import {existsSync, rmSync} from "node:fs";
import {NO_MEMO} from "../baskets/memo.ts";
import type {Memo} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import {basketArrays, NO_GAP, withoutItems} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {Aggregate, AggregateQuery} from "./aggregate.ts";
import {askedCells, cellPlans, planCellOf} from "./cellPlan.ts";
import type {AskedCells, CellPlan, Split} from "./cellPlan.ts";
import {COUNTED} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import type {CountTask, KeptPlace} from "./countCells.ts";
import {plainDimensions} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";
import {cellDescriptions, keepAggregate, keptAggregate} from "./keptAggregates.ts";
import type {RawAggregate} from "./rawAggregate.ts";
import {spreadKey} from "./spread.ts";
import type {CellMoments} from "./spread.ts";
import type {SpreadSums} from "./spreadSums.ts";
import {wideTotals} from "./wideSums.ts";

/**
 * Answers all queries: those that were answered before from memory, the others in one pass over the baskets, each
 * thread over its own customers. Whole numbers throughout, so the result does not depend on the number of threads.
 */
export async function aggregates(
  queries: readonly AggregateQuery[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  pool: WorkerPool,
  memo: Memo = NO_MEMO
): Promise<RawAggregate[]> {
  const asked = queries.map((query) => askedCells(query, dimensions));
  const descriptions = cellDescriptions(asked);
  const known = asked.map((each, at) => keptAggregate(each, memo.get(descriptions[at]!)));
  const missing = [...asked.keys()].filter((at) => !known[at]);
  const counted = await countAll(
    missing.map((at) => asked[at]!),
    baskets,
    pool,
    memo
  );
  for (const [place, at] of missing.entries()) keepAggregate(memo, descriptions[at]!, counted[place]!);
  const found = new Map(missing.map((at, place) => [at, counted[place]!]));
  return asked.map((_, at) => known[at] ?? found.get(at)!);
}

async function countAll(
  asked: readonly AskedCells[],
  baskets: Baskets,
  pool: WorkerPool,
  memo: Memo
): Promise<RawAggregate[]> {
  if (asked.length === 0) return [];
  const {plans, splits, splitDimensions} = cellPlans(asked);
  const gapWidth = longestGap(baskets.orderGap) + 1;
  const ranges = customerRanges(baskets, pool.size);
  const kept = ranges.map((range) =>
    splits.map((split, at) =>
      isWorthKeeping(split, at, plans) ? keptSplit(memo, splitDimensions[at]!, range) : undefined
    )
  );
  const arrays = kept.flat().every((place) => place?.isThere) ? withoutItems(baskets) : basketArrays(baskets);
  const tasks = ranges.map(
    ([from, to], at): CountTask => ({baskets: arrays, plans, splits, from, to, gapWidth, kept: kept[at]!})
  );
  const partial = await Promise.all(
    tasks.map((task) => pool.run<CellSums[] | undefined>("countCells", task))
  );
  if (!partial.every((sums) => sums !== undefined)) {
    for (const place of kept.flat()) if (place) rmSync(place.path, {force: true}); // one of them was damaged
    return countAll(asked, baskets, pool, memo);
  }
  return plans.map((plan, at) =>
    toAggregate(
      asked[at]!.dimensions,
      plan,
      splits[plan.split]!.size,
      partial.map((sums) => sums[at]!),
      gapWidth
    )
  );
}

/** Splits with few codes that segmentations of customers are crossed with: the next run has other segmentations. */
function isWorthKeeping(
  {slot, order, product, size}: Split,
  at: number,
  plans: readonly CellPlan[]
): boolean {
  const isOfItems = product.codes !== undefined && (slot.codes !== undefined || order.codes !== undefined);
  return (
    size <= FEW_CODES &&
    !isOfItems &&
    plans.some(({split, customer}) => split === at && customer.codes !== undefined)
  );
}

const FEW_CODES = 1000;

function keptSplit(
  memo: Memo,
  dimensions: readonly CodedDimension[],
  range: readonly [number, number]
): KeptPlace | undefined {
  const [split] = cellDescriptions([{dimensions, spreads: []}]);
  const {path, key} = memo.place({split, range});
  return path === "" ? undefined : {path, key, isThere: existsSync(path)};
}

/** Ranges of customers with about the same number of items each. */
export function customerRanges(
  {customers, orderStart, itemStart, items}: Baskets,
  parts: number
): [number, number][] {
  const bounds = [0];
  let customer = 0;
  for (let part = 1; part < parts; part++) {
    while (customer < customers && itemStart[orderStart[customer]!]! < (items * part) / parts) customer++;
    bounds.push(customer);
  }
  bounds.push(customers);
  return bounds.slice(1).map((to, part) => [bounds[part]!, to]);
}

function longestGap(gaps: Uint16Array): number {
  let longest = 0;
  for (let order = 0; order < gaps.length; order++) {
    const gap = gaps[order]!;
    if (gap > longest && gap !== NO_GAP) longest = gap;
  }
  return longest;
}

/** Adds the threads' sums and puts the cells in the order of the query's dimensions. */
function toAggregate(
  dimensions: readonly CodedDimension[],
  {cells, spreads}: CellPlan,
  splitSize: number,
  counted: readonly CellSums[],
  gapWidth: number
): RawAggregate {
  const from = planCellOf(dimensions, cells);
  const sum = (name: Exclude<keyof CellSums, "spreads">, layout: Layout): Float64Array =>
    summed(
      counted.flatMap((sums) => sums[name] ?? []),
      cells,
      from,
      layout
    );
  const [customers, items, reordered_items] = COUNTED.map((_, offset) =>
    sum("counts", {stride: COUNTED.length, offset, run: 1})
  ) as [Float64Array, Float64Array, Float64Array];
  const parts = {
    customers,
    items,
    priced_items: sum("priced_items", ONE),
    spend: sum("spend", ONE),
    reordered_items
  };
  const moments = new Map(
    spreads.map((spread, at) => [
      spreadKey(spread),
      cellMoments(
        counted.map((sums) => sums.spreads[at]!),
        cells,
        from,
        "over" in spread ? 1 : splitSize
      )
    ])
  );
  const told = {
    dimensions: plainDimensions(dimensions),
    cells,
    ...(moments.size > 0 && {spreads: moments})
  };
  if (counted[0]?.orders) return {...told, parts: {...parts, orders: sum("orders", ONE)}};
  if (!counted[0]?.order_gaps) return {...told, parts};
  const gaps = gapParts(
    sum("order_gaps", {stride: gapWidth + 1, offset: 0, run: gapWidth + 1}),
    cells,
    gapWidth
  );
  return {...told, parts: {...parts, ...gaps.parts}, gap_histogram: gaps.histogram};
}

/** d² of a share is told once for `perGroup` cells. */
function cellMoments(
  sums: readonly SpreadSums[],
  cells: number,
  from: Uint32Array | undefined,
  perGroup: number
): CellMoments {
  const placed = (values: Float64Array, run: number): Float64Array =>
    Float64Array.from({length: cells}, (_, cell) => values[Math.floor((from ? from[cell]! : cell) / run)]!);
  const total = (name: keyof SpreadSums): Float64Array => wideTotals(sums.map((each) => each[name]));
  return {nn: placed(total("nn"), 1), nd: placed(total("nd"), 1), dd: placed(total("dd"), perGroup)};
}

type Sums = Uint32Array | Float64Array;

/** Numbers per cell in the source, where the wanted ones begin, and how many they are. */
interface Layout {
  readonly stride: number;
  readonly offset: number;
  readonly run: number;
}

const ONE: Layout = {stride: 1, offset: 0, run: 1};

function summed(
  sources: readonly Sums[],
  cells: number,
  from: Uint32Array | undefined,
  {stride, offset, run}: Layout
): Float64Array {
  const result = new Float64Array(cells * run);
  for (const source of sources) {
    for (let cell = 0, at = 0; cell < cells; cell++) {
      const start = (from ? from[cell]! : cell) * stride + offset;
      for (let i = start; i < start + run; i++) result[at++]! += source[i]!;
    }
  }
  return result;
}

/** What the orders by gap say: how many orders there are, how many with a gap, and the days of those. */
function gapParts(
  orderGaps: Float64Array,
  cells: number,
  width: number
): {
  parts: Pick<Aggregate["parts"], "orders" | "gaps" | "gap_days">;
  histogram: NonNullable<Aggregate["gap_histogram"]>;
} {
  const orders = new Float64Array(cells);
  const gaps = new Float64Array(cells);
  const gap_days = new Float64Array(cells);
  const counts = new Float64Array(cells * width);
  for (let cell = 0; cell < cells; cell++) {
    const start = cell * (width + 1);
    for (let days = 0; days < width; days++) {
      const count = orderGaps[start + days]!;
      counts[cell * width + days] = count;
      gaps[cell]! += count;
      gap_days[cell]! += count * days;
    }
    orders[cell] = gaps[cell]! + orderGaps[start + width]!;
  }
  return {parts: {orders, gaps, gap_days}, histogram: {width, counts}};
}
