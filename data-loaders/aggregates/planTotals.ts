import {CELL, MONEY_CELL} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";

/** A plan's sums over all threads, one number per cell in the plan's order; whole numbers. */
export interface PlanTotals {
  readonly columns: CellColumns & {readonly orders?: Float64Array};
  /** cells × (gap width + 1), as in `CellSums`. */
  readonly order_gaps?: Float64Array;
  /** `WIDE` numbers per cell, as in `CellSums`. */
  readonly spreads: readonly Float64Array[];
}

/** What every cell has, in the order in which `CellSums` has it. Money in cents. */
export interface CellColumns {
  readonly customers: Float64Array;
  readonly items: Float64Array;
  readonly reordered_items: Float64Array;
  readonly priced_items: Float64Array;
  readonly spend: Float64Array;
  /** Of the customer who spent most; no customer is in two threads' parts. */
  readonly largest_spend: Float64Array;
}

/** Adds the threads' parts. */
export function planTotals(parts: readonly CellSums[], cells: number): PlanTotals {
  const columns = cellColumns(cells);
  for (const {numbers, money} of parts) addCells(columns, cells, numbers, money);
  const orders = added(parts.flatMap((part) => part.orders ?? []));
  const order_gaps = added(parts.flatMap((part) => part.order_gaps ?? []));
  return {
    columns: {...columns, ...(orders && {orders})},
    ...(order_gaps && {order_gaps}),
    spreads: parts[0]!.spreads.map((_, at) => added(parts.map(({spreads}) => spreads[at]!))!)
  };
}

/** Empty columns, in memory that threads share. */
export function cellColumns(cells: number): CellColumns {
  const column = (): Float64Array => new Float64Array(new SharedArrayBuffer(8 * cells));
  return {
    customers: column(),
    items: column(),
    reordered_items: column(),
    priced_items: column(),
    spend: column(),
    largest_spend: column()
  };
}

function addCells(
  {customers, items, reordered_items, priced_items, spend, largest_spend}: CellColumns,
  cells: number,
  numbers: Uint32Array,
  money: Float64Array
): void {
  for (let cell = 0; cell < cells; cell++) {
    const at = CELL * cell;
    if (numbers[at] === 0) continue;
    customers[cell]! += numbers[at]!;
    items[cell]! += numbers[at + 1]!;
    reordered_items[cell]! += numbers[at + 2]!;
    priced_items[cell]! += numbers[at + 3]!;
    const cents = MONEY_CELL * cell + 2;
    spend[cell]! += money[cents]!;
    if (money[cents + 1]! > largest_spend[cell]!) largest_spend[cell] = money[cents + 1]!;
  }
}

function added(parts: readonly (Uint32Array | Float64Array)[]): Float64Array | undefined {
  const [first, ...rest] = parts;
  if (!first) return undefined;
  const sum = new Float64Array(first);
  for (const part of rest) for (let at = 0; at < sum.length; at++) sum[at]! += part[at]!;
  return sum;
}
