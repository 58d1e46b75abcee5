import {placeOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import type {ItemArena} from "./itemArena.ts";
import {SET_ASIDE} from "./placeOrders.ts";
import type {ItemChunk} from "./scanItems.ts";
import {productOf} from "./store.ts";

/** Where a chunk's items and runs stand in the arena. */
export type ItemRuns = Pick<ItemChunk, "first" | "items" | "runs">;

/** Runs of a range of orders, which one thread owns, so that no lock is needed. */
export interface LinkTask {
  readonly arena: ItemArena;
  readonly chunks: readonly ItemRuns[];
  readonly places: IdIndex;
  readonly from: number;
  readonly to: number;
  /**
   * Where to find the items of each order: 0 for none, 1 + the place of its only run, or, below 0, that of the first of
   * several; where the next is found stands in the arena's `nextRun`.
   */
  readonly runOf: Int32Array<SharedArrayBuffer>;
}

export interface Linked {
  /** Items of the task's orders. */
  readonly items: number;
  /** Of all items those whose order is not in the file. */
  readonly noOrder: number;
  /** Of all items those whose order was set aside. */
  readonly orderSetAside: number;
}

/** Finds the runs of each order of the task. */
export function linkRuns({arena, chunks, places, from, to, runOf}: LinkTask): Linked {
  const {runOrder, runStart, nextRun} = arena;
  let items = 0;
  let noOrder = 0;
  let orderSetAside = 0;
  // From the last to the first, so that the first in the file comes to stand before the others.
  for (let chunk = chunks.length - 1; chunk >= 0; chunk--) {
    const {first, runs} = chunks[chunk]!;
    for (let run = first + runs - 1; run >= first; run--) {
      const order = placeOf(places, runOrder[run]!);
      if (order >= 0 && (order < from || order >= to)) continue;
      const length = runStart[run + 1]! - runStart[run]!;
      if (order < 0) {
        if (order === SET_ASIDE) orderSetAside += length;
        else noOrder += length;
        continue;
      }
      items += length;
      const next = runOf[order]!;
      if (next === 0) runOf[order] = 1 + run;
      else {
        nextRun[run] = next;
        runOf[order] = -1 - run;
      }
    }
  }
  return {items, noOrder, orderSetAside};
}

export interface PlaceTask extends Omit<LinkTask, "chunks" | "places"> {
  /** orders + 1 entries; the task's first is there already. */
  readonly itemStart: Uint32Array<SharedArrayBuffer>;
  readonly item: Uint32Array<SharedArrayBuffer>;
  readonly products: number;
}

/** Orders whose items are fetched at once. */
const BLOCK = 256;

/** Copies the items of the task's orders to their place. Returns the places of items that repeat a product of their order. */
export function placeItems(task: PlaceTask): Uint32Array {
  const {arena, from, to, runOf, itemStart, item, products} = task;
  const {item: source, runStart, nextRun} = arena;
  const lastOrder = new Int32Array(products).fill(-1);
  const repeats: number[] = [];
  let target = itemStart[from]!;
  for (let first = from; first < to; first += BLOCK) {
    const last = Math.min(first + BLOCK, to);
    fetchItems(arena, runOf, first, last);
    for (let order = first; order < last; order++) {
      for (let found = runOf[order]!; found !== 0; ) {
        const run = Math.abs(found) - 1;
        const end = runStart[run + 1]!;
        for (let at = runStart[run]!; at < end; at++, target++) {
          const packed = source[at]!;
          const product = productOf(packed);
          if (lastOrder[product] === order) repeats.push(target);
          else lastOrder[product] = order;
          item[target] = packed;
        }
        found = found > 0 ? 0 : nextRun[run]!;
      }
      itemStart[order + 1] = target;
    }
  }
  return Uint32Array.from(repeats);
}

const starts = new Uint32Array(BLOCK);

/**
 * Looks at the items of a block of orders. They lie anywhere in the file: the processor waits for many of them at once,
 * but for one after another while it copies.
 */
function fetchItems({item, runStart}: ItemArena, runOf: Int32Array, from: number, to: number): number {
  let seen = 0;
  for (let order = from; order < to; order++) starts[order - from] = runStart[Math.abs(runOf[order]!) - 1]!;
  for (let at = 0; at < to - from; at++) seen ^= item[starts[at]!]!;
  for (let at = 0; at < to - from; at++) seen ^= item[starts[at]! + 12]!;
  return seen;
}
