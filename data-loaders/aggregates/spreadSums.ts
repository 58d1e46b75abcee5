import type {SpreadOf} from "./spread.ts";
import type {SpreadRows} from "./spreadRows.ts";
import {addWide, wideSums} from "./wideSums.ts";
import type {WideSums} from "./wideSums.ts";

/** Sums over customers of n², n·d and d², by cell of a plan. */
export interface SpreadSums {
  readonly nn: WideSums;
  readonly nd: WideSums;
  /** Of a share by group of customers, whatever the cell. */
  readonly dd: WideSums;
}

export function spreadSums(spread: SpreadOf, cells: number, groups: number): SpreadSums {
  return {nn: wideSums(cells), nd: wideSums(cells), dd: wideSums("over" in spread ? cells : groups)};
}

/** Adds a block's rows to the cells: the row of code c to cell `bases[customer]` + c, its group being base ÷ `size`. */
export function addSpread(
  spread: SpreadOf,
  rows: SpreadRows,
  bases: Int32Array,
  size: number,
  sums: SpreadSums
): void {
  if ("over" in spread) {
    const [n, d] = spread.over;
    addProducts(rows, rows.column(n), rows.column(d), bases, sums.nn, sums.nd);
    addSquares(rows, rows.column(d), bases, sums.dd);
    return;
  }
  const {byRow, byCustomer} = rows.totals(spread.shareOf);
  addProducts(rows, rows.column(spread.shareOf), byRow, bases, sums.nn, sums.nd);
  for (let customer = 0; customer < bases.length; customer++)
    addWide(sums.dd, bases[customer]! / size, byCustomer[customer]! ** 2);
}

type Column = Int32Array | Float64Array;

function addProducts(
  {rows}: SpreadRows,
  n: Column,
  d: Column,
  bases: Int32Array,
  nn: WideSums,
  nd: WideSums
): void {
  const {start, codes} = rows;
  for (let customer = 0; customer < bases.length; customer++) {
    const base = bases[customer]!;
    const end = start[customer + 1]!;
    for (let row = start[customer]!; row < end; row++) {
      const cell = base + codes[row]!;
      const value = n[row]!;
      addWide(nn, cell, value * value);
      addWide(nd, cell, value * d[row]!);
    }
  }
}

function addSquares({rows}: SpreadRows, d: Column, bases: Int32Array, dd: WideSums): void {
  const {start, codes} = rows;
  for (let customer = 0; customer < bases.length; customer++) {
    const base = bases[customer]!;
    const end = start[customer + 1]!;
    for (let row = start[customer]!; row < end; row++) addWide(dd, base + codes[row]!, d[row]! * d[row]!);
  }
}
