import type {Baskets} from "../baskets/store.ts";
import {addProducts, priceProducts} from "../kernels/cells.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {Factor} from "./cellPlan.ts";
import {CELL} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";

type Arrays = Omit<Baskets, "words">;

/** Customers, and items, that are handed over at once. */
const CUSTOMERS = 1024;
const ITEMS = 65536;

/**
 * Counts segment × product over a range of customers. Such cells are more than a cache holds, so customers come segment
 * by segment: then the cells of one segment are enough.
 */
export function countProducts(
  {codes, size}: Factor,
  {orderStart, itemStart, item, price, products}: Arrays,
  [from, to]: readonly [number, number],
  {numbers}: CellSums
): void {
  const ends = kernelArray(Uint32Array, CUSTOMERS);
  let room: Uint32Array = kernelArray(Uint32Array, 2 * ITEMS);
  const buyers = bySegment({codes, size}, from, to);
  let at = 0;
  while (at < buyers.length) {
    const segment = codes ? codes[buyers[at]!]! : 0;
    const first = at;
    let items = 0;
    for (; at < buyers.length && at - first < CUSTOMERS && items < ITEMS; at++) {
      const buyer = buyers[at]!;
      if (codes && codes[buyer] !== segment) break;
      const start = itemStart[orderStart[buyer]!]!;
      const end = itemStart[orderStart[buyer + 1]!]!;
      if (items + end - start > room.length) room = larger(room, items, end - start);
      items = copied(item, start, end, room, items);
      ends[at - first] = items;
    }
    const cells = numbers.byteOffset + segment * products * CELL * 4;
    addProducts(room.byteOffset, ends.byteOffset, at - first, first + 1, cells);
  }
  const prices = kernelArray(Int32Array, products);
  prices.set(price);
  priceProducts(numbers.byteOffset, size, products, prices.byteOffset);
}

/** A customer's items are too few for the engine's own way to be worth its calls. */
function copied(item: Uint32Array, from: number, to: number, room: Uint32Array, at: number): number {
  let end = at;
  for (let i = from; i < to; i++) room[end++] = item[i]!;
  return end;
}

function larger(room: Uint32Array, filled: number, more: number): Uint32Array {
  const wider = kernelArray(Uint32Array, 2 * (filled + more));
  wider.set(room.subarray(0, filled));
  return wider;
}

/** Customers `from` to `to`, segment by segment, in each by number. */
function bySegment({codes, size}: Factor, from: number, to: number): Uint32Array {
  const result = new Uint32Array(to - from);
  const next = new Uint32Array(size + 1);
  if (codes) for (let customer = from; customer < to; customer++) next[codes[customer]! + 1]!++;
  for (let code = 1; code <= size; code++) next[code]! += next[code - 1]!;
  for (let customer = from; customer < to; customer++)
    result[next[codes ? codes[customer]! : 0]!++] = customer;
  return result;
}
