import type {ItemArena} from "./itemArena.ts";
import type {ItemChunk} from "./scanItems.ts";
import {productOf} from "./store.ts";

/** Where a chunk's items and runs stand in the arena. */
export type ItemRuns = Pick<ItemChunk, "first" | "starts">;

/** Runs of a range of stretches, whose orders one thread owns, so that no lock is needed. */
export interface LinkTask {
  readonly arena: ItemArena;
  readonly chunks: readonly ItemRuns[];
  /** By row of the arena of orders 1 + the order's place, or 0. */
  readonly placeOfRow: Uint32Array<SharedArrayBuffer>;
  readonly fromStretch: number;
  readonly toStretch: number;
  /** Ends of ranges of orders whose items are counted. */
  readonly ends: readonly number[];
  /**
   * Where to find the items of each order: 0 for none, 1 + the place of its only run, or, below 0, that of the first of
   * several; where the next is found stands in the arena's `nextRun`. With its sign a place takes more than 32 bits.
   */
  readonly runOf: Float64Array<SharedArrayBuffer>;
}

export interface Linked {
  /** By range of orders. */
  readonly items: readonly number[];
  /** Items whose order was set aside. */
  readonly orderSetAside: number;
}

/** Finds the runs of each order of the task's stretches. */
export function linkRuns({chunks, arena, placeOfRow, fromStretch, toStretch, ends, runOf}: LinkTask): Linked {
  const {runRow, runStart, nextRun} = arena;
  const items = ends.map(() => 0);
  let orderSetAside = 0;
  for (let stretch = fromStretch; stretch < toStretch; stretch++) {
    // From the last to the first, so that the first in the file comes to stand before the others.
    for (let chunk = chunks.length - 1; chunk >= 0; chunk--) {
      const {first, starts} = chunks[chunk]!;
      for (let run = first + starts[stretch + 1]! - 1; run >= first + starts[stretch]!; run--) {
        const length = runStart[run + 1]! - runStart[run]!;
        const order = placeOfRow[runRow[run]!]! - 1;
        if (order < 0) {
          orderSetAside += length;
          continue;
        }
        let range = 0;
        while (order >= ends[range]!) range++;
        items[range]! += length;
        const next = runOf[order]!;
        if (next === 0) runOf[order] = 1 + run;
        else {
          nextRun[run] = next;
          runOf[order] = -1 - run;
        }
      }
    }
  }
  return {items, orderSetAside};
}

/** A range of orders, which one thread owns. */
export interface PlaceTask extends Pick<LinkTask, "arena" | "runOf"> {
  readonly from: number;
  readonly to: number;
  /** orders + 1 entries; the task's first is there already. */
  readonly itemStart: Uint32Array<SharedArrayBuffer>;
  readonly item: Uint32Array<SharedArrayBuffer>;
  readonly products: number;
}

/** Orders whose items are fetched together. */
const BLOCK = 512;

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
function fetchItems({item, runStart}: ItemArena, runOf: Float64Array, from: number, to: number): number {
  let seen = 0;
  for (let order = from; order < to; order++) starts[order - from] = runStart[Math.abs(runOf[order]!) - 1]!;
  for (let at = 0; at < to - from; at++) seen ^= item[starts[at]!]!;
  for (let at = 0; at < to - from; at++) seen ^= item[starts[at]! + 12]!;
  return seen;
}
