import type {Baskets} from "../baskets/store.ts";
import {addProducts, priceProducts} from "../kernels/cells.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {fillGroups} from "./cellPlan.ts";
import type {CountedPlan} from "./cellPlan.ts";
import {MONEY_CELL} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";

type Arrays = Omit<Baskets, "words">;

/** Customers, and items, that are handed over at once. */
const CUSTOMERS = 1024;
const ITEMS = 65536;

/**
 * Counts segment × product over a range of customers. Such cells are more than a cache holds, so customers come segment
 * by segment: then the cells of one segment are enough, and only they stand in the kernels' memory.
 */
export function countProducts(
  plan: CountedPlan,
  {orderStart, itemStart, item, price, products}: Arrays,
  [from, to]: readonly [number, number]
): CellSums {
  const size = plan.cells / products;
  const money = new Float64Array(MONEY_CELL * size * products);
  const ofSegment = kernelArray(Float64Array, MONEY_CELL * products);
  const prices = kernelArray(Int32Array, products);
  prices.set(price);
  const ends = kernelArray(Uint32Array, CUSTOMERS);
  let room: Uint32Array = kernelArray(Uint32Array, 2 * ITEMS);
  const {buyers, starts} = bySegment(plan, size, from, to);
  for (let segment = 0; segment < size; segment++) {
    ofSegment.fill(0);
    for (let at = starts[segment]!; at < starts[segment + 1]!; ) {
      const first = at;
      let items = 0;
      for (; at < starts[segment + 1]! && at - first < CUSTOMERS && items < ITEMS; at++) {
        const start = itemStart[orderStart[buyers[at]!]!]!;
        const end = itemStart[orderStart[buyers[at]! + 1]!]!;
        if (items + end - start > room.length) room = larger(room, items, end - start);
        items = copied(item, start, end, room, items);
        ends[at - first] = items;
      }
      addProducts(room.byteOffset, ends.byteOffset, at - first, first + 1, ofSegment.byteOffset);
    }
    priceProducts(ofSegment.byteOffset, products, prices.byteOffset);
    money.set(ofSegment, MONEY_CELL * segment * products);
  }
  return {money, numbers: new Uint32Array(money.buffer), spreads: []};
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

/** Customers `from` to `to`, segment by segment, in each by number, and where each segment begins. */
function bySegment(
  plan: CountedPlan,
  size: number,
  from: number,
  to: number
): {readonly buyers: Uint32Array; readonly starts: Uint32Array} {
  const segments = new Uint32Array(to - from);
  fillGroups(plan, 1, from, to - from, segments);
  const buyers = new Uint32Array(to - from);
  const starts = new Uint32Array(size + 1);
  for (const segment of segments) starts[segment + 1]!++;
  for (let segment = 1; segment <= size; segment++) starts[segment]! += starts[segment - 1]!;
  const next = starts.slice();
  for (const [at, segment] of segments.entries()) buyers[next[segment]!++] = from + at;
  return {buyers, starts};
}
