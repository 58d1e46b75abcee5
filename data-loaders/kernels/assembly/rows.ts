import {productOf, reorderedOf} from "./layouts/items.ts";
import {at4, CODE, GAPS, ITEMS, ORDERS, PRICED, ROW, SPEND} from "./layouts/rows.ts";

/*
 * A block of customers: `orderStart` u32, customers + 1, from 0; `itemStart` u32, orders + 1, of which the first is that of
 * `item`; `item` u32 packed. `about` has for each product a u64: cents, 0 where unknown, in the low half; code × 2, and 1
 * where the price is known, in the high one.
 */

/**
 * One row per customer and code, the code being `when` of the order, i32, plus that of the product, in the order in which
 * the customer first bought so. `sums` has 32 bytes per code, all 0 before and after: items, reordered, priced, orders, u32
 * each, cents, and the order that was last added, plus one. `met` has room for one u32 per code and one more. Nothing is
 * decided per item.
 */
export function itemRows(
  item: usize,
  itemStart: usize,
  orderStart: usize,
  customers: u32,
  when: usize,
  about: usize,
  sums: usize,
  met: usize,
  rows: usize,
  start: usize
): void {
  let p = item;
  let row = rows;
  let count: u32 = 0;
  let order: u32 = 0;
  const before = load<u32>(itemStart);
  for (let customer: u32 = 0; customer < customers; customer++) {
    store<u32>(start + at4(customer), count);
    const endOrder = load<u32>(orderStart + at4(customer + 1));
    let next = met;
    while (order < endOrder) {
      const base = load<u32>(when + at4(order));
      order++;
      const end = item + at4(load<u32>(itemStart + at4(order)) - before);
      for (; p < end; p += 4) {
        const packed = load<u32>(p);
        const one = load<u64>(about + (productOf(packed) << 3));
        const code = base + ((one >> 33) as u32);
        const sum = sums + ((code as usize) << 5);
        const counts = load<u64>(sum);
        store<u32>(next, code);
        next += (counts === 0 ? 4 : 0) as usize;
        const isNew = ((load<u32>(sum, 24) !== order) as u64) << 32;
        store<u64>(sum, counts + (1 | ((reorderedOf(packed) as u64) << 32)));
        store<u64>(sum, load<u64>(sum, 8) + ((one >> 32) & 1) + isNew, 8);
        store<u64>(sum, load<u64>(sum, 16) + (one & 0xffffffff), 16);
        store<u32>(sum, order, 24);
      }
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
      store<u32>(row, load<u32>(sum, 12), ORDERS);
      store<u64>(row, 0, GAPS);
      v128.store(sum, i64x2.splat(0));
      v128.store(sum, i64x2.splat(0), 16);
      row += ROW;
    }
  }
  store<u32>(start + at4(customers), count);
}

/** For each of `count` numbers, the lowest bits `mask` of a u32 and `step` bytes apart, what `table` has for it, u32. */
export function lookUp(from: usize, step: usize, mask: u32, count: u32, table: usize, into: usize): void {
  const end = into + at4(count);
  for (; into < end; into += 4) {
    store<u32>(into, load<u32>(table + at4(load<u32>(from) & mask)));
    from += step;
  }
}

/**
 * Adds up each customer's rows of the same code: `codes` has the new one of each row of `from`, `rowOf` room for one i32
 * per code. `start` gets customers + 1 entries.
 */
export function addUp(
  from: usize,
  fromStart: usize,
  customers: u32,
  codes: usize,
  rowOf: usize,
  size: u32,
  rows: usize,
  start: usize
): void {
  memory.fill(rowOf, 0xff, at4(size));
  let count: i32 = 0;
  let at: u32 = 0;
  for (let customer: u32 = 0; customer < customers; customer++) {
    store<u32>(start + at4(customer), count);
    const first = count;
    const end = load<u32>(fromStart + at4(customer + 1));
    for (; at < end; at++) {
      const code = load<u32>(codes + at4(at));
      const place = load<i32>(rowOf + at4(code));
      if (place < first) {
        const row = rows + (count as usize) * ROW;
        v128.store(row, v128.load(from));
        store<f64>(row, load<f64>(from, SPEND), SPEND);
        store<u32>(row, code, CODE);
        store<u32>(row, load<u32>(from, ORDERS), ORDERS);
        store<u64>(row, load<u64>(from, GAPS), GAPS);
        store<i32>(rowOf + at4(code), count++);
      } else {
        const row = rows + (place as usize) * ROW;
        v128.store(row, i32x4.add(v128.load(row), v128.load(from)));
        store<u32>(row, 1);
        store<f64>(row, load<f64>(row, SPEND) + load<f64>(from, SPEND), SPEND);
        store<u32>(row, load<u32>(row, ORDERS) + load<u32>(from, ORDERS), ORDERS);
        store<u64>(row, load<u64>(row, GAPS) + load<u64>(from, GAPS), GAPS);
      }
      from += ROW;
    }
  }
  store<u32>(start + at4(customers), count);
}
