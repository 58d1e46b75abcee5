import {firstItem} from "./layouts/baskets.ts";
import {productOf, reorderedOf} from "./layouts/items.ts";
import {at4} from "./layouts/rows.ts";

/*
 * Arrays of the store stand as if they were whole: what is looked up in them are the store's own numbers. `orderStart` u32
 * by customer, `itemStart` u32 by order, `item` u32 packed.
 */

/** A class's items in the high bits, their cents in the low ones: one addition counts both. */
const COUNT: u64 = 40;
const CENTS: u64 = (1 << COUNT) - 1;

/**
 * Items and cents of each customer by class of product.
 *
 * @param about u64 by product: its cents in the low half, 8 × its class in the high one
 * @param most so many items have fewer than 2²⁴ items and 2⁴⁰ cents
 * @param odd `classes` u64, 0 before and after; `even` likewise: neighbouring items are added side by side, since one
 *   addition to a place waits for the one before
 * @param sums two f64 per customer and class, from that of customer `from` on: items and cents
 */
export function classSums(
  item: usize,
  itemStart: usize,
  orderStart: usize,
  from: u32,
  to: u32,
  about: usize,
  most: u32,
  classes: u32,
  odd: usize,
  even: usize,
  sums: usize
): void {
  const width = (classes as usize) << 4;
  memory.fill(sums, 0, ((to - from) as usize) * width);
  let p = item + at4(firstItem(itemStart, orderStart, from));
  let row = sums;
  for (let customer = from; customer < to; customer++) {
    const end = item + at4(firstItem(itemStart, orderStart, customer + 1));
    while (p < end) {
      const stop = p + min(end - p, at4(most));
      for (; p + 4 < stop; p += 8) {
        addItem(about, load<u32>(p), even);
        addItem(about, load<u32>(p, 4), odd);
      }
      if (p < stop) {
        addItem(about, load<u32>(p), even);
        p += 4;
      }
      for (let at: usize = 0; at < (classes as usize) << 3; at += 8) {
        const sum = load<u64>(even + at) + load<u64>(odd + at);
        const place = row + (at << 1);
        store<f64>(place, load<f64>(place) + ((sum >> COUNT) as f64));
        store<f64>(place, load<f64>(place, 8) + ((sum & CENTS) as f64), 8);
        store<u64>(even + at, 0);
        store<u64>(odd + at, 0);
      }
    }
    row += width;
  }
}

function addItem(about: usize, item: u32, sums: usize): void {
  const one = load<u64>(about + (productOf(item) << 3));
  const place = sums + ((one >> 32) as usize);
  store<u64>(place, load<u64>(place) + (1 << COUNT) + (one & 0xffffffff));
}

/**
 * What each customer did in all: f64 from that of customer `from` on, first the orders of each customer, then the items of
 * each, items with a price, their cents, reordered items, gaps, days of these gaps.
 *
 * @param products two numbers by product: i32 its price, below 0 for none; u32, to which its items are added
 * @param gap u16 by order, `noGap` for none
 */
export function totals(
  item: usize,
  itemStart: usize,
  orderStart: usize,
  from: u32,
  to: u32,
  products: usize,
  gap: usize,
  noGap: u32,
  sums: usize
): void {
  let p = item + at4(firstItem(itemStart, orderStart, from));
  const column = ((to - from) as usize) << 3;
  for (let customer = from; customer < to; customer++) {
    const first = p;
    const end = item + at4(firstItem(itemStart, orderStart, customer + 1));
    let priced: u32 = 0;
    let cents: u64 = 0;
    let again: u32 = 0;
    for (; p < end; p += 4) {
      const packed = load<u32>(p);
      const product = products + (productOf(packed) << 3);
      const one = load<i32>(product);
      store<u32>(product, load<u32>(product, 4) + 1, 4);
      const unknown = one >> 31; // all bits where there is none
      again += reorderedOf(packed);
      priced += 1 + unknown;
      cents += (one & ~unknown) as u32 as u64;
    }
    let gaps: u32 = 0;
    let days: u32 = 0;
    const firstOrder = load<u32>(orderStart + at4(customer));
    const lastOrder = load<u32>(orderStart + at4(customer + 1));
    for (let order = firstOrder; order < lastOrder; order++) {
      const one = load<u16>(gap + ((order as usize) << 1)) as u32;
      const isKnown = (one !== noGap) as u32;
      gaps += isKnown;
      days += one & -isKnown;
    }
    store<f64>(sums, (lastOrder - firstOrder) as f64);
    store<f64>(sums + column, ((end - first) >> 2) as f64);
    store<f64>(sums + 2 * column, priced as f64);
    store<f64>(sums + 3 * column, cents as f64);
    store<f64>(sums + 4 * column, again as f64);
    store<f64>(sums + 5 * column, gaps as f64);
    store<f64>(sums + 6 * column, days as f64);
    sums += 8;
  }
}
