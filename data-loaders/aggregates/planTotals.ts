import {NO_PRICE} from "../baskets/store.ts";
import {CELL, MONEY_CELL} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import {PRODUCT_CELL} from "./productCells.ts";
import type {ProductSums} from "./productCells.ts";

/** A plan's sums over all threads, one number per cell in the plan's order; whole numbers. */
export interface PlanTotals {
  readonly columns: CellColumns & {readonly orders?: Float64Array};
  /** cells × (gap width + 1), as in `CellSums`. */
  readonly order_gaps?: Float64Array;
  /** `WIDE` numbers per cell, as in `CellSums`. */
  readonly spreads: readonly Float64Array[];
}

/** What every cell has, in the order in which `CellSums` has it. Money in cents. */
interface CellColumns {
  readonly customers: Float64Array;
  readonly items: Float64Array;
  readonly reordered_items: Float64Array;
  readonly priced_items: Float64Array;
  readonly spend: Float64Array;
  /** Of the customer who spent most; no customer is in two threads' parts. */
  readonly largest_spend: Float64Array;
}

/** Adds the threads' parts. */
export function planTotals(
  parts: readonly (CellSums | ProductSums)[],
  cells: number,
  price: Int32Array
): PlanTotals {
  const columns = cellColumns(cells);
  const products = parts.flatMap((part) => ("bought" in part ? part.bought : []));
  if (products.length > 0) {
    fillProducts(columns, products, price);
    return {columns, spreads: []};
  }
  const sums = parts.flatMap((part) => ("bought" in part ? [] : part));
  for (const {numbers, money} of sums) addCells(columns, cells, numbers, money);
  const orders = added(sums.flatMap((part) => part.orders ?? []));
  const order_gaps = added(sums.flatMap((part) => part.order_gaps ?? []));
  return {
    columns: {...columns, ...(orders && {orders})},
    ...(order_gaps && {order_gaps}),
    spreads: sums[0]!.spreads.map((_, at) => added(sums.map(({spreads}) => spreads[at]!))!)
  };
}

/** What products cost follows from the price. */
function fillProducts(columns: CellColumns, parts: readonly Uint32Array[], price: Int32Array): void {
  const {customers, items, reordered_items, priced_items, spend, largest_spend} = columns;
  for (let cell = 0, product = 0; cell < customers.length; cell++, product++) {
    if (product === price.length) product = 0;
    const at = PRODUCT_CELL * cell;
    let buyers = 0;
    let all = 0;
    let again = 0;
    let most = 0;
    for (const part of parts) {
      buyers += part[at]!;
      all += part[at + 1]!;
      again += part[at + 2]!;
      most = Math.max(most, part[at + 3]!);
    }
    customers[cell] = buyers;
    items[cell] = all;
    reordered_items[cell] = again;
    const cents = price[product]!;
    if (cents === NO_PRICE) continue;
    priced_items[cell] = all;
    spend[cell] = cents * all;
    largest_spend[cell] = cents * most;
  }
}

function cellColumns(cells: number): CellColumns {
  return {
    customers: new Float64Array(cells),
    items: new Float64Array(cells),
    reordered_items: new Float64Array(cells),
    priced_items: new Float64Array(cells),
    spend: new Float64Array(cells),
    largest_spend: new Float64Array(cells)
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
