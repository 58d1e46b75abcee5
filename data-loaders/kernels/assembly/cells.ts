import {at4, CODE, ORDERS, ROW, SPEND} from "./layouts/rows.ts";

/*
 * Rows are added to cells: the row of code c to cell `bases`[customer] + c, u32. A cell has 32 bytes: u32 customers, items,
 * reordered, priced; f64 cents, and those of the customer who spent most.
 */
const CELL: usize = 32;
const MOST_SPENT: usize = 24;

/** `orders` u32 by cell, or 0 where nobody asks. */
export function addRows(
  rows: usize,
  start: usize,
  customers: u32,
  bases: usize,
  cells: usize,
  orders: usize
): void {
  let row = rows;
  for (let customer: u32 = 0; customer < customers; customer++) {
    const base = load<u32>(bases + at4(customer));
    const end = rows + (load<u32>(start + at4(customer + 1)) as usize) * ROW;
    for (; row < end; row += ROW) {
      const place = base + load<u32>(row, CODE);
      const cell = cells + (place as usize) * CELL;
      const cents = load<f64>(row, SPEND);
      v128.store(cell, i32x4.add(v128.load(cell), v128.load(row)));
      store<f64>(cell, load<f64>(cell, SPEND) + cents, SPEND);
      store<f64>(cell, max(load<f64>(cell, MOST_SPENT), cents), MOST_SPENT);
      if (orders !== 0)
        store<u32>(orders + at4(place), load<u32>(orders + at4(place)) + load<u32>(row, ORDERS));
    }
  }
}

/**
 * Counts the block's orders by their code, i32, and the gap before them, u16: `histogram` has `noGap` + 1 numbers u32 per
 * cell, the last for orders without.
 */
export function addGaps(
  orderStart: usize,
  customers: u32,
  gap: usize,
  noGap: u32,
  codes: usize,
  bases: usize,
  histogram: usize
): void {
  let order: u32 = 0;
  for (let customer: u32 = 0; customer < customers; customer++) {
    const base = load<u32>(bases + at4(customer));
    const end = load<u32>(orderStart + at4(customer + 1));
    for (; order < end; order++) {
      const cell = base + load<u32>(codes + at4(order));
      const days = min(load<u16>(gap + ((order as usize) << 1)) as u32, noGap);
      const at = histogram + ((cell as usize) * ((noGap + 1) as usize) + (days as usize)) * 4;
      store<u32>(at, load<u32>(at) + 1);
    }
  }
}

/** A number of a row by its place in it; the cents are f64, the others u32. */
function numberAt(row: usize, place: usize): f64 {
  return place === SPEND ? load<f64>(row, SPEND) : (load<u32>(row + place) as f64);
}

/** Sums of squares, 48 bytes per cell: n², n·d, d², each as two f64, high × 2^26 + low; see WideSums. */
const SQUARES: usize = 48;
const ND: usize = 16;
const DD: usize = 32;
const STEP: f64 = 67108864;

function addWide(sum: usize, value: f64): void {
  const above = value < STEP ? 0 : floor(value / STEP);
  store<f64>(sum, load<f64>(sum) + above);
  store<f64>(sum, load<f64>(sum, 8) + (value - above * STEP), 8);
}

/** Of two parts of the same row, `n` and `d`, told by their places in it. */
export function addOver(
  rows: usize,
  start: usize,
  customers: u32,
  bases: usize,
  n: usize,
  d: usize,
  sums: usize
): void {
  let row = rows;
  for (let customer: u32 = 0; customer < customers; customer++) {
    const base = load<u32>(bases + at4(customer));
    const end = rows + (load<u32>(start + at4(customer + 1)) as usize) * ROW;
    for (; row < end; row += ROW) {
      const sum = sums + ((base + load<u32>(row, CODE)) as usize) * SQUARES;
      const over = numberAt(row, n);
      const under = numberAt(row, d);
      addWide(sum, over * over);
      addWide(sum + ND, over * under);
      addWide(sum + DD, under * under);
    }
  }
}

/** Of a part's share in the customer's total of it; d² is told once, in the cell of code 0. */
export function addShare(
  rows: usize,
  start: usize,
  customers: u32,
  bases: usize,
  part: usize,
  sums: usize
): void {
  let row = rows;
  for (let customer: u32 = 0; customer < customers; customer++) {
    const base = load<u32>(bases + at4(customer));
    const end = rows + (load<u32>(start + at4(customer + 1)) as usize) * ROW;
    let total: f64 = 0;
    for (let at = row; at < end; at += ROW) total += numberAt(at, part);
    addWide(sums + (base as usize) * SQUARES + DD, total * total);
    for (; row < end; row += ROW) {
      const sum = sums + ((base + load<u32>(row, CODE)) as usize) * SQUARES;
      const value = numberAt(row, part);
      addWide(sum, value * value);
      addWide(sum + ND, value * total);
    }
  }
}
