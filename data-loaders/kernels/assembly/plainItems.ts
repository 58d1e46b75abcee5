import {packItem} from "./layouts/items.ts";
import {characterAt, digitsIn, numberIn, powerOf10} from "./words/digits.ts";

const COMMA: u64 = 44;
const ZERO: u64 = 48;
/** A comma, 0 or 1, a newline: with the bits that 0 and 1 share. */
const FLAG_AND_END: u64 = 0xfffeff;
const ZERO_AND_END: u64 = 0x0a302c;
const ALL: u64 = 0xffffffffffffffff;
const OUT_OF_RANGE: i32 = -3;
const MOST_DIGITS: u64 = 7;
const MOST_ID_DIGITS: u64 = 15;

/**
 * Reads lines "order,product,position,reordered" of plain digits within their ranges, the last 0 or 1, and stops at the
 * first that is anything else, or at `stop`. Returns the byte it stopped at; `state` has items, runs and the open run's
 * order, before and after, and after also how many lines name no product and how often a run repeats a product; all as
 * f64. Items and runs go behind those that are there.
 *
 * An order's lines follow one another: a line that begins with the same id and comma as the one before needs no look
 * at its digits.
 *
 * @param at first byte of a line; 16 bytes after the last newline may be read
 * @param ranges least and largest order, then position, as f64
 * @param products place of each product id, i32, below 0 for none, -3 outside its range; `productCount` of them
 * @param item packed items; `runOrder` f64, `runStart` u32: see ChunkItems
 * @param lost lines that name no product, u32, counted from the first of this call
 * @param lastRun u32 by product's place: 1 + the run that held it last, or 0; a run that holds one again comes to `repeating`
 */
export function takePlainItems(
  at: usize,
  stop: usize,
  ranges: usize,
  products: usize,
  productCount: u32,
  item: usize,
  runOrder: usize,
  runStart: usize,
  lost: usize,
  lastRun: usize,
  repeating: usize,
  state: usize
): usize {
  const orderFrom = load<f64>(ranges) as u64;
  const orderUpTo = load<f64>(ranges, 8) as u64;
  const positionFrom = load<f64>(ranges, 16) as u64;
  const positionRange = (load<f64>(ranges, 24) as u64) - positionFrom;
  const before = load<f64>(state) as u32;
  let items = before;
  let runs = load<f64>(state, 8) as u32;
  let order = load<f64>(state, 16) as i64;
  let id = order;
  let losts: u32 = 0;
  let repeats: u32 = 0;
  // The bytes of the id and its comma, and which of the two words they are in.
  let width: usize = 0;
  let low: u64 = 0;
  let lowMask: u64 = 0;
  let high: u64 = 0;
  let highMask: u64 = 0;
  while (at < stop) {
    let p = at;
    const same = ((load<u64>(p) ^ low) & lowMask) | (highMask && (load<u64>(p, 8) ^ high) & highMask);
    if (width !== 0 && same === 0) p += width;
    else {
      low = load<u64>(p);
      high = load<u64>(p, 8);
      let digits = digitsIn(low);
      if (digits === 8) digits += digitsIn(high);
      if (digits === 0 || digits > MOST_ID_DIGITS) break;
      const after = digits < 8 ? characterAt(low, digits) : characterAt(high, digits - 8);
      if (after !== COMMA || (digits > 1 && (low & 0xff) === ZERO)) break;
      let number = numberIn(low, min(digits, 8));
      if (digits > 8) number = number * powerOf10(digits - 8) + numberIn(high, digits - 8);
      if (number < orderFrom || number > orderUpTo) break;
      id = number as i64;
      width = (digits as usize) + 1;
      lowMask = width < 8 ? ((1 as u64) << (width << 3)) - 1 : ALL;
      highMask = width <= 8 ? 0 : width < 16 ? ((1 as u64) << ((width - 8) << 3)) - 1 : ALL;
      p += width;
    }
    const productWord = load<u64>(p);
    const productDigits = digitsIn(productWord);
    if (productDigits === 0 || productDigits > MOST_DIGITS) break;
    if (characterAt(productWord, productDigits) !== COMMA) break;
    if (productDigits > 1 && (productWord & 0xff) === ZERO) break;
    const product = numberIn(productWord, productDigits);
    if (product >= (productCount as u64)) break;
    p += (productDigits as usize) + 1;

    const rest = load<u64>(p);
    const positionDigits = digitsIn(rest);
    if (positionDigits === 0 || positionDigits > 5) break;
    if (positionDigits > 1 && (rest & 0xff) === ZERO) break;
    const end = rest >> (positionDigits << 3);
    if ((end & FLAG_AND_END) !== ZERO_AND_END) break;
    const position = numberIn(rest, positionDigits);
    if (position - positionFrom > positionRange) break;
    const place = load<i32>(products + ((product as usize) << 2));
    if (place === OUT_OF_RANGE) break;
    at = p + (positionDigits as usize) + 3;
    if (place < 0) {
      store<u32>(lost + ((losts as usize) << 2), items - before + losts);
      losts++;
      continue;
    }
    if (id !== order) {
      order = id;
      store<f64>(runOrder + ((runs as usize) << 3), id as f64);
      store<u32>(runStart + ((runs as usize) << 2), items);
      runs++;
    }
    const last = lastRun + ((place as usize) << 2);
    if (load<u32>(last) === runs) store<u32>(repeating + ((repeats++ as usize) << 2), runs - 1);
    store<u32>(last, runs);
    store<u32>(
      item + ((items as usize) << 2),
      packItem(place as u32, position as u32, (end >> 8) as u32 & 1)
    );
    items++;
  }
  store<f64>(state, items as f64);
  store<f64>(state, runs as f64, 8);
  store<f64>(state, order as f64, 16);
  store<f64>(state, losts as f64, 24);
  store<f64>(state, repeats as f64, 32);
  return at;
}
