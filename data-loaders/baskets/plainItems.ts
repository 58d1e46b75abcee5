import type {LineGrammar, Scan} from "../tables/scanLines.ts";
import type {IdIndex} from "./idIndex.ts";
import type {ItemArena, ItemEnd} from "./itemArena.ts";
import {packItem} from "./store.ts";

/** What the plain lane checks: the ranges of the four cells, and which products there are. */
export interface PlainItems {
  readonly from: Int32Array;
  readonly upTo: Int32Array;
  /** Place of each product id, or below 0. */
  readonly products: Int32Array;
}

/**
 * The plain lane's checks for a file that has four columns, and in the order of `places`: order, product, position,
 * reordered. Undefined for others; those are read the general way from the first line to the last.
 */
export function plainItems(
  {width, from, upTo}: LineGrammar,
  places: readonly number[],
  products: IdIndex
): PlainItems | undefined {
  if (width !== 4 || places.some((place, at) => place !== at) || products.kind !== "direct") return undefined;
  return {
    from: Int32Array.from(from, (value) => within32Bits(Math.ceil(value))),
    upTo: Int32Array.from(upTo, (value) => within32Bits(Math.floor(value))),
    products: products.places
  };
}

const within32Bits = (value: number): number => Math.max(-1, Math.min(value, 2 ** 31 - 1));

const ZERO = 48;
const COMMA = 44 - ZERO;
const NEWLINE = 10 - ZERO;
/** So many digits always fit 32 bits. */
const MOST_DIGITS = 9;
const WORD = 4;
const TWO_WORDS = 8;

/**
 * Reads the lines that an item file nearly always holds: four cells of plain digits within their ranges, and a product
 * that exists. It stops at the first line that is anything else and short of the end of the bytes; `scan` stands there
 * then, and the general reader judges that line.
 *
 * Two things make it three times as fast. An order's lines follow one another, so that a line which begins with the
 * same id and comma as the one before needs no look at its digits. And the cells are written out one after another:
 * a loop or a function for them would take half as long again.
 */
export function takePlainItems(
  bytes: Uint8Array,
  end: number,
  scan: Scan,
  {from, upTo, products}: PlainItems,
  {item, runOrder, runStart}: ItemArena,
  next: ItemEnd
): void {
  const [orderFrom, productFrom, positionFrom, reorderedFrom] = from as unknown as Four;
  const [orderUpTo, productUpTo, positionUpTo, reorderedUpTo] = upTo as unknown as Four;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const stop = Math.min(end, bytes.length - TWO_WORDS);
  let {item: nextItem, run: nextRun, order} = next;
  let id = order;
  let word0 = 0;
  let word1 = 0;
  let mask = 0;
  /** Bytes of the id and its comma, where they fit the two words. */
  let width = 0;
  let p = scan.at;
  while (p < stop) {
    let at = p;
    const differs = (words.getInt32(p, true) ^ word0) | ((words.getInt32(p + WORD, true) ^ word1) & mask);
    if (differs === 0 && width > 0) at += width;
    else {
      const first = bytes[p]! - ZERO;
      if (first >>> 0 > 9) break;
      id = first;
      let digit = bytes[++at]! - ZERO;
      for (; digit >>> 0 <= 9; digit = bytes[++at]! - ZERO) id = (Math.imul(id, 10) + digit) | 0;
      if (digit !== COMMA || at - p > MOST_DIGITS || (first === 0 && at - p > 1)) break;
      if (id < orderFrom || id > orderUpTo) break;
      at++;
      width = at - p >= WORD && at - p <= TWO_WORDS ? at - p : 0;
      word0 = words.getInt32(p, true);
      word1 = words.getInt32(p + WORD, true);
      mask = width === TWO_WORDS ? -1 : (1 << (8 * (width - WORD))) - 1;
    }
    let start = at;
    let first = bytes[at]! - ZERO;
    if (first >>> 0 > 9) break;
    let product = first;
    let digit = bytes[++at]! - ZERO;
    for (; digit >>> 0 <= 9; digit = bytes[++at]! - ZERO) product = (Math.imul(product, 10) + digit) | 0;
    if (digit !== COMMA || at - start > MOST_DIGITS || (first === 0 && at - start > 1)) break;
    if (product < productFrom || product > productUpTo || product >= products.length) break;

    start = ++at;
    first = bytes[at]! - ZERO;
    if (first >>> 0 > 9) break;
    let position = first;
    digit = bytes[++at]! - ZERO;
    for (; digit >>> 0 <= 9; digit = bytes[++at]! - ZERO) position = (Math.imul(position, 10) + digit) | 0;
    if (digit !== COMMA || at - start > MOST_DIGITS || (first === 0 && at - start > 1)) break;
    if (position < positionFrom || position > positionUpTo) break;

    const reordered = bytes[++at]! - ZERO;
    if (reordered >>> 0 > 1 || reordered < reorderedFrom || reordered > reorderedUpTo) break;
    if (bytes[++at]! - ZERO !== NEWLINE) break;
    const place = products[product]!;
    if (place < 0) break;
    if (id !== order) {
      order = id;
      runOrder[nextRun] = id;
      runStart[nextRun++] = nextItem;
    }
    item[nextItem++] = packItem(place, position, reordered);
    p = at + 1;
  }
  scan.at = p;
  scan.lines += nextItem - next.item;
  next.item = nextItem;
  next.run = nextRun;
  next.order = order;
}

type Four = readonly [number, number, number, number];
