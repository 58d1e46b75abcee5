import type {CellPlan} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import type {PartRows} from "./partRows.ts";
import {spreadSums} from "./spreadSums.ts";
import type {SpreadSums} from "./spreadSums.ts";

/** Sums per cell of a plan; whole numbers, so adding the threads' parts is exact. */
export interface CellSums {
  /** The three parts of `COUNTED`, cell by cell: cells by product are far more than a cache holds, so one line each. */
  readonly counts: Uint32Array;
  readonly priced_items: Uint32Array;
  /** Cents. */
  readonly spend: Float64Array;
  /** Cents of the customer who spent most; the largest of the threads' parts, not their sum. */
  readonly largest_spend: Float64Array;
  /** Where items are split by order and product. */
  readonly orders?: Uint32Array;
  /** cells × (gap width + 1) orders by days since the prior one, last those without; where orders are split. */
  readonly order_gaps?: Uint32Array;
  /** One per spread of the plan. */
  readonly spreads: readonly SpreadSums[];
}

export const COUNTED = ["customers", "items", "reordered_items"] as const;

export function cellSums(
  {cells, customer, spreads}: CellPlan,
  of: "orders" | "items" | "products",
  gapWidth: number
): CellSums {
  return {
    spreads: spreads.map((spread) => spreadSums(spread, cells, customer.size)),
    counts: new Uint32Array(COUNTED.length * cells),
    priced_items: new Uint32Array(cells),
    spend: new Float64Array(cells),
    largest_spend: new Float64Array(cells),
    ...(of === "items" && {orders: new Uint32Array(cells)}),
    ...(of === "orders" && {order_gaps: new Uint32Array(cells * (gapWidth + 1))})
  };
}

/** Adds a block's rows to the cells: the row of code c to cell `bases[customer]` + c. */
export function addCounts(
  {start, codes, items, reordered}: PartRows,
  bases: Int32Array,
  counts: Uint32Array
): void {
  for (let customer = 0; customer < bases.length; customer++) {
    const base = bases[customer]!;
    const end = start[customer + 1]!;
    for (let row = start[customer]!; row < end; row++) {
      const at = (base + codes[row]!) * 3;
      counts[at]!++;
      counts[at + 1]! += items[row]!;
      counts[at + 2]! += reordered[row]!;
    }
  }
}

export function addMoney(
  {start, codes, priced, spend}: PartRows,
  bases: Int32Array,
  {priced_items, spend: cents, largest_spend}: CellSums
): void {
  for (let customer = 0; customer < bases.length; customer++) {
    const base = bases[customer]!;
    const end = start[customer + 1]!;
    for (let row = start[customer]!; row < end; row++) {
      const cell = base + codes[row]!;
      priced_items[cell]! += priced[row]!;
      const spent = spend[row]!;
      cents[cell]! += spent;
      if (spent > largest_spend[cell]!) largest_spend[cell] = spent;
    }
  }
}

export function addOrders(
  {start, codes, orders: placed}: PartRows,
  bases: Int32Array,
  orders: Uint32Array
): void {
  for (let customer = 0; customer < bases.length; customer++) {
    const base = bases[customer]!;
    const end = start[customer + 1]!;
    for (let row = start[customer]!; row < end; row++) orders[base + codes[row]!]! += placed[row]!;
  }
}

/** Counts the block's orders by their code and the gap before them. */
export function addGaps(
  {gaps, noGap, orders: {start}}: CustomerBlock,
  codes: Int32Array,
  bases: Int32Array,
  histogram: Uint32Array
): void {
  const width = noGap + 1;
  for (let customer = 0; customer < bases.length; customer++) {
    const base = bases[customer]!;
    const end = start[customer + 1]!;
    for (let order = start[customer]!; order < end; order++) {
      histogram[(base + codes[order]!) * width + gaps[order]!]!++;
    }
  }
}
