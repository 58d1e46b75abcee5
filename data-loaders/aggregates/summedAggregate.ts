import type {Aggregate} from "./aggregate.ts";
import {planCellOf} from "./cellPlan.ts";
import type {CellPlan} from "./cellPlan.ts";
import {WIDE} from "./cellSums.ts";
import {plainDimensions} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";
import type {PlanTotals} from "./planTotals.ts";
import type {RawAggregate} from "./rawAggregate.ts";
import {spreadKey} from "./spread.ts";
import type {CellMoments} from "./spread.ts";
import {wideTotal} from "./wideSums.ts";

/** Puts the cells in the order of the query's dimensions. */
export function summedAggregate(
  dimensions: readonly CodedDimension[],
  {cells, spreads}: CellPlan,
  splitSize: number,
  {columns: {largest_spend, ...columns}, order_gaps, spreads: squares}: PlanTotals,
  gapWidth: number
): RawAggregate {
  const from = planCellOf(dimensions, cells);
  const placed = (values: Float64Array): Float64Array => (from ? inOrder(values, from) : values);
  const {orders, ...parts} = columns;
  const moments = new Map(
    spreads.map((spread, at) => [
      spreadKey(spread),
      cellMoments(squares[at]!, cells, from, "over" in spread ? 1 : splitSize)
    ])
  );
  const told = {
    dimensions: plainDimensions(dimensions),
    cells,
    largest_spend: placed(largest_spend),
    ...(moments.size > 0 && {spreads: moments})
  };
  const placedParts = {
    customers: placed(parts.customers),
    items: placed(parts.items),
    priced_items: placed(parts.priced_items),
    spend: placed(parts.spend),
    reordered_items: placed(parts.reordered_items)
  };
  if (orders) return {...told, parts: {...placedParts, orders: placed(orders)}};
  if (!order_gaps) return {...told, parts: placedParts};
  const gaps = gapParts(order_gaps, cells, from, gapWidth);
  return {...told, parts: {...placedParts, ...gaps.parts}, gap_histogram: gaps.histogram};
}

function inOrder(values: Float64Array, from: Uint32Array): Float64Array {
  const result = new Float64Array(from.length);
  for (let cell = 0; cell < from.length; cell++) result[cell] = values[from[cell]!]!;
  return result;
}

/** d² of a share is told once for `perGroup` cells, in the first of them. */
function cellMoments(
  squares: Float64Array,
  cells: number,
  from: Uint32Array | undefined,
  perGroup: number
): CellMoments {
  const [nn, nd, dd] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let cell = 0; cell < cells; cell++) {
    const source = from ? from[cell]! : cell;
    nn[cell] = wideTotal(squares, WIDE * source);
    nd[cell] = wideTotal(squares, WIDE * source + 2);
    dd[cell] = wideTotal(squares, WIDE * (source - (source % perGroup)) + 4);
  }
  return {nn, nd, dd};
}

/** What the orders by gap say: how many orders there are, how many with a gap, and the days of those. */
function gapParts(
  orderGaps: Float64Array,
  cells: number,
  from: Uint32Array | undefined,
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
    const start = (from ? from[cell]! : cell) * (width + 1);
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
