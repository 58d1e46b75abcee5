import {productOf, reorderedOf} from "./layouts/items.ts";
import {COUNTS, PURCHASE, purchaseAt} from "./layouts/purchases.ts";
import {at4, CODE, GAP_DAYS, GAPS, ITEMS, ORDERS, PRICED, REORDERED, ROW, SPEND} from "./layouts/rows.ts";

/*
 * What customers bought, by product: 0.4 times as many as items, where people buy the same again as at Instacart. A block
 * of customers: `orderStart` u32, customers + 1, from 0; `itemStart` u32, orders + 1, of which the first is that of `item`;
 * `item` u32 packed.
 */

/**
 * One row per order, in `orders`, and the customers' purchases; each item is looked at once, and nothing is decided about
 * it.
 *
 * @param products two numbers by product: i32 its price, below 0 for none; u32, the number of its last purchase, below
 *   `first` before
 * @param gap u16 by order, `noGap` and above for none
 * @param first number of the block's first purchase
 * @param starts u32, customers + 1: gets the place of each customer's first purchase among the block's
 */
export function ordersAndPurchases(
  item: usize,
  itemStart: usize,
  orderStart: usize,
  customers: u32,
  products: usize,
  gap: usize,
  noGap: u32,
  orders: usize,
  first: u32,
  purchases: usize,
  starts: usize
): void {
  let p = item;
  let order: u32 = 0;
  let next = first;
  const numbered = purchases - purchaseAt(first);
  const before = load<u32>(itemStart);
  for (let customer: u32 = 0; customer < customers; customer++) {
    store<u32>(starts + at4(customer), next - first);
    const own = next;
    const endOrder = load<u32>(orderStart + at4(customer + 1));
    for (; order < endOrder; order++) {
      const from = p;
      const end = item + at4(load<u32>(itemStart + at4(order + 1)) - before);
      let again: u32 = 0;
      let priced: u32 = 0;
      let cents: u64 = 0;
      for (; p < end; p += 4) {
        const packed = load<u32>(p);
        const product = products + (productOf(packed) << 3);
        const price = load<i32>(product);
        const last = load<u32>(product, 4);
        const isNew = last < own;
        const number = select<u32>(next, last, isNew);
        next += isNew as u32;
        store<u32>(product, number, 4);
        const reordered = reorderedOf(packed);
        const purchase = numbered + purchaseAt(number);
        const counts = select<u64>(0, load<u64>(purchase, COUNTS), isNew);
        store<u32>(purchase, productOf(packed) as u32);
        store<u64>(purchase, counts + (1 | ((reordered as u64) << 32)), COUNTS);
        const unknown = price >> 31; // all bits where there is none
        again += reordered;
        priced += 1 + unknown;
        cents += (price & ~unknown) as u32 as u64;
      }
      const days = load<u16>(gap + ((order as usize) << 1)) as u32;
      const hasGap = (days < noGap) as u32;
      store<u32>(orders, 1);
      store<u32>(orders, ((end - from) >> 2) as u32, ITEMS);
      store<u32>(orders, again, REORDERED);
      store<u32>(orders, priced, PRICED);
      store<f64>(orders, cents as f64, SPEND);
      store<u32>(orders, order, CODE);
      store<u32>(orders, 1, ORDERS);
      store<u32>(orders, hasGap, GAPS);
      store<u32>(orders, hasGap * days, GAP_DAYS);
      orders += ROW;
    }
  }
  store<u32>(starts + at4(customers), next - first);
}

/**
 * One row per customer and code of the product, in the order in which the customer first bought so. Nothing is decided per
 * purchase.
 *
 * @param starts u32, customers + 1
 * @param about u64 by product: cents, 0 where unknown, in the low half; code × 2, and 1 where the price is known, in the
 *   high one
 * @param sums 32 bytes per code, all 0 before and after: items, reordered, u32 each, then priced and cents
 * @param met room for one u32 per code and one more
 * @param start gets customers + 1 entries
 */
export function purchaseRows(
  purchases: usize,
  starts: usize,
  customers: u32,
  about: usize,
  sums: usize,
  met: usize,
  rows: usize,
  start: usize
): void {
  let p = purchases;
  let row = rows;
  let count: u32 = 0;
  for (let customer: u32 = 0; customer < customers; customer++) {
    store<u32>(start + at4(customer), count);
    const end = purchases + purchaseAt(load<u32>(starts + at4(customer + 1)));
    let next = met;
    for (; p < end; p += PURCHASE) {
      const one = load<u64>(about + ((load<u32>(p) as usize) << 3));
      const counts = load<u64>(p, COUNTS);
      const items = counts & 0xffffffff;
      const code = (one >> 33) as u32;
      const sum = sums + ((code as usize) << 5);
      const before = load<u64>(sum);
      store<u32>(next, code);
      next += (before === 0 ? 4 : 0) as usize;
      store<u64>(sum, before + counts);
      store<u64>(sum, load<u64>(sum, 8) + items * ((one >> 32) & 1), 8);
      store<u64>(sum, load<u64>(sum, 16) + items * (one & 0xffffffff), 16);
    }
    count += ((next - met) >> 2) as u32;
    for (let at = met; at < next; at += 4) {
      const code = load<u32>(at);
      const sum = sums + ((code as usize) << 5);
      store<u32>(row, 1);
      store<u64>(row, load<u64>(sum), ITEMS);
      store<u32>(row, load<u32>(sum, 8), PRICED);
      store<f64>(row, load<u64>(sum, 16) as f64, SPEND);
      store<u32>(row, code, CODE);
      store<u32>(row, 0, ORDERS);
      store<u64>(row, 0, GAPS);
      v128.store(sum, i64x2.splat(0));
      store<u64>(sum, 0, 16);
      row += ROW;
    }
  }
  store<u32>(start + at4(customers), count);
}

/**
 * Purchases of a block by segment and product: more cells than a cache holds, so each segment's purchases are held back
 * until its piece of `pieces` is full.
 *
 * @param starts u32, customers + 1
 * @param group u32, each customer's segment
 * @param room of a piece, in numbers of 4 bytes
 * @param filled u32 by segment: how many of them stand there
 * @param cells 16 bytes each, `products` of them per segment: u32 customers, items, reordered, and how many one customer
 *   bought at most
 */
export function addProducts(
  purchases: usize,
  starts: usize,
  customers: u32,
  group: usize,
  pieces: usize,
  room: u32,
  filled: usize,
  cells: usize,
  products: u32
): void {
  let from = purchases;
  for (let customer: u32 = 0; customer < customers; customer++) {
    const segment = load<u32>(group + at4(customer));
    const end = purchases + purchaseAt(load<u32>(starts + at4(customer + 1)));
    const bytes = end - from;
    const own = cells + (segment as usize) * (products as usize) * PRODUCT_CELL;
    const piece = pieces + (segment as usize) * at4(room);
    let at = at4(load<u32>(filled + at4(segment)));
    if (at + bytes > at4(room)) {
      addPiece(piece, piece + at, own);
      at = 0;
    }
    if (bytes > at4(room)) addPiece(from, end, own);
    else {
      memory.copy(piece + at, from, bytes);
      at += bytes;
    }
    store<u32>(filled + at4(segment), (at >> 2) as u32);
    from = end;
  }
}

const PRODUCT_CELL: usize = 16;

/** Adds purchases of one segment to its cells. */
export function addPiece(piece: usize, end: usize, cells: usize): void {
  for (; piece < end; piece += PURCHASE) {
    const cell = cells + ((load<u32>(piece) as usize) << 4);
    const before = v128.load(cell);
    const bought = v128.shuffle<u32>(v128.load(piece), i32x4.splat(1), 4, 1, 2, 1);
    const most = i32x4.max_u(before, bought);
    v128.store(cell, v128.shuffle<u32>(i32x4.add(before, bought), most, 0, 1, 2, 7));
  }
}
