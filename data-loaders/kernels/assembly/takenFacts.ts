import {firstItem} from "./layouts/baskets.ts";
import {at4} from "./layouts/rows.ts";

/*
 * A fact of each customer of a window, f64 in `values` from that of customer `from` on. Arrays of the store stand as if
 * they were whole. Sums are of whole numbers, so exact.
 */

/** Takes, by their place in `../takenFacts.ts`. */
const COUNT: u32 = 0;
const SHARE: u32 = 1;
const SUM: u32 = 2;
const MEAN: u32 = 3;
const MIN: u32 = 4;
const MAX: u32 = 5;

/**
 * The take over a column of the customer's orders.
 *
 * @param column u16 by order, `none` where missing; `none` is larger than any other
 */
export function takeOrders(
  column: usize,
  none: u32,
  orderStart: usize,
  from: u32,
  to: u32,
  take: u32,
  values: usize
): void {
  let start = column + at2(load<u32>(orderStart + at4(from)));
  for (let customer = from; customer < to; customer++) {
    const end = column + at2(load<u32>(orderStart + at4(customer + 1)));
    let count: u32 = 0;
    let sum: u64 = 0;
    let least: u32 = none;
    let most: u32 = 0;
    for (let p = start; p < end; p += 2) {
      const value = load<u16>(p) as u32;
      if (value === none) continue;
      count++;
      sum += value;
      least = min(least, value);
      most = max(most, value);
    }
    let taken: f64;
    if (take <= MEAN) taken = sumTaken(take, count as f64, sum as f64, ((end - start) >> 1) as f64);
    else if (count === 0) taken = NaN;
    else if (take === MIN) taken = least as f64;
    else if (take === MAX) taken = most as f64;
    else taken = medianOf(start, end, count, least, most);
    store<f64>(values, taken);
    values += 8;
    start = end;
  }
}

/**
 * The take over items of some classes, of which a customer has two f64 per class in `sums`: items and cents. Money in
 * money, not cents.
 *
 * @param sums from customer `from` on, `width` bytes each
 * @param about u32, the places in bytes of the `classes` that the fact is about
 */
export function takeClasses(
  sums: usize,
  width: u32,
  about: usize,
  classes: u32,
  itemStart: usize,
  orderStart: usize,
  from: u32,
  to: u32,
  take: u32,
  values: usize
): void {
  let start = firstItem(itemStart, orderStart, from);
  for (let customer = from; customer < to; customer++) {
    const end = firstItem(itemStart, orderStart, customer + 1);
    let count: f64 = 0;
    let cents: f64 = 0;
    for (let at: u32 = 0; at < classes; at++) {
      const place = sums + (load<u32>(about + at4(at)) as usize);
      count += load<f64>(place);
      cents += load<f64>(place, 8);
    }
    const taken = sumTaken(take, count, cents, (end - start) as f64);
    store<f64>(values, take === SUM || take === MEAN ? taken / 100 : taken);
    values += 8;
    sums += width;
    start = end;
  }
}

function sumTaken(take: u32, count: f64, sum: f64, rows: f64): f64 {
  if (take === COUNT) return count;
  if (take === SHARE) return rows > 0 ? count / rows : NaN;
  if (count === 0) return NaN;
  return take === MEAN ? sum / count : sum;
}

/** The middle value, or the mean of the two middle ones. */
function medianOf(start: usize, end: usize, count: u32, least: u32, most: u32): f64 {
  const half = count >> 1;
  // The upper middle one is the largest value that no more than half of all are below: found bit by bit.
  let upper: u32 = 0;
  for (let bit = most > 0 ? (<u32>1) << (31 - clz(most)) : 0; bit > 0; bit >>= 1) {
    if (countBelow(start, end, upper | bit) <= half) upper |= bit;
  }
  if (count & 1 || countBelow(start, end, upper) < half) return upper as f64;
  let lower = least;
  for (let p = start; p < end; p += 2) {
    const value = load<u16>(p) as u32;
    if (value < upper) lower = max(lower, value);
  }
  return ((lower + upper) as f64) / 2;
}

function countBelow(start: usize, end: usize, value: u32): u32 {
  let below: u32 = 0;
  for (let p = start; p < end; p += 2) below += ((load<u16>(p) as u32) < value) as u32;
  return below;
}

function at2(i: u32): usize {
  return (i as usize) << 1;
}
