import type {Aggregate} from "./aggregate.ts";
import {planCellOf} from "./cellPlan.ts";
import type {CellPlan} from "./cellPlan.ts";
import {COUNTED} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import {plainDimensions} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";
import type {RawAggregate} from "./rawAggregate.ts";
import {spreadKey} from "./spread.ts";
import type {CellMoments} from "./spread.ts";
import type {SpreadSums} from "./spreadSums.ts";
import {wideTotals} from "./wideSums.ts";

/** Adds the threads' sums and puts the cells in the order of the query's dimensions. */
export function summedAggregate(
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
    largest_spend: largest(
      counted.map((sums) => sums.largest_spend),
      cells,
      from
    ),
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

/** No customer is in two threads' parts. */
function largest(
  sources: readonly Float64Array[],
  cells: number,
  from: Uint32Array | undefined
): Float64Array {
  const result = new Float64Array(cells);
  for (const source of sources) {
    for (let cell = 0; cell < cells; cell++) {
      const value = source[from ? from[cell]! : cell]!;
      if (value > result[cell]!) result[cell] = value;
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
