import {productOf, reorderedOf} from "./layouts/items.ts";
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

/**
 * Items of a block by segment and product: more cells than a cache holds, so each segment's items are held back until its
 * piece of `pieces` is full. `group` u32 is each customer's segment; `first` a number for the block's first customer, above
 * all that came before. A piece has `room` numbers u32: by customer that number, how many items, and the items; `filled`
 * u32 by segment is how many of them stand there. Cells and `last` as in `addItems`, `products` of them per segment.
 */
export function addProducts(
  item: usize,
  itemStart: usize,
  orderStart: usize,
  customers: u32,
  first: u32,
  group: usize,
  pieces: usize,
  room: u32,
  filled: usize,
  last: usize,
  cells: usize,
  products: u32
): void {
  let from = item;
  const before = load<u32>(itemStart);
  for (let customer: u32 = 0; customer < customers; customer++) {
    const segment = load<u32>(group + at4(customer));
    const end = item + at4(load<u32>(itemStart + at4(load<u32>(orderStart + at4(customer + 1)))) - before);
    const bytes = end - from;
    const own = cells + (segment as usize) * (products as usize) * PRODUCT_CELL;
    const piece = pieces + (segment as usize) * at4(room);
    let at = at4(load<u32>(filled + at4(segment)));
    if (at + bytes + HEAD > at4(room)) {
      addPiece(piece, piece + at, last, own);
      at = 0;
    }
    if (bytes + HEAD > at4(room)) addItems(from, end, first + customer, last, own);
    else {
      store<u32>(piece + at, first + customer);
      store<u32>(piece + at, bytes as u32, 4);
      memory.copy(piece + at + HEAD, from, bytes);
      at += bytes + HEAD;
    }
    store<u32>(filled + at4(segment), (at >> 2) as u32);
    from = end;
  }
}

const HEAD: usize = 8;
const PRODUCT_CELL: usize = 16;

/** Adds what a piece holds. */
export function addPiece(piece: usize, end: usize, last: usize, cells: usize): void {
  while (piece < end) {
    const next = piece + HEAD + (load<u32>(piece, 4) as usize);
    addItems(piece + HEAD, next, load<u32>(piece), last, cells);
    piece = next;
  }
}

/**
 * Items of one customer by product: `cells` have 16 bytes, u32 customers, items, reordered, and how many one customer bought
 * at most; `last` 8 bytes per product, u32 who bought it last, and how many.
 */
function addItems(from: usize, end: usize, buyer: u32, last: usize, cells: usize): void {
  for (; from < end; from += 4) {
    const packed = load<u32>(from);
    const product = productOf(packed);
    const told = load<u64>(last + (product << 3));
    const isNew = (told as u32) !== buyer;
    const bought = (isNew ? 0 : ((told >> 32) as u32)) + 1;
    store<u64>(last + (product << 3), (buyer as u64) | ((bought as u64) << 32));
    const cell = cells + (product << 4);
    store<u64>(cell, load<u64>(cell) + (((1 as u64) << 32) | (isNew as u64)));
    store<u32>(cell, load<u32>(cell, 8) + reorderedOf(packed), 8);
    store<u32>(cell, max(load<u32>(cell, 12), bought), 12);
  }
}
