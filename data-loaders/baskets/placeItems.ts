import type {ItemArena} from "./itemArena.ts";
import type {ItemChunk} from "./scanItems.ts";
import {productOf} from "./store.ts";

/** Where a chunk's items and runs stand in the arena. */
export type ItemRuns = Pick<ItemChunk, "first" | "starts">;

/**
 * Where to find the items of each order, in two numbers: 1 + the place of the first and how many; of an order of several
 * runs 1 + the place of its first run, and 0; or 0 twice. Of an order's run `nextRun` and `runRow` tell the same about the
 * runs that follow it.
 */
export interface FoundItems {
  readonly first: Uint32Array<SharedArrayBuffer>;
  /** orders + 1 entries: that of order o is the one after o. */
  readonly itemStart: Uint32Array<SharedArrayBuffer>;
}

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
  readonly found: FoundItems;
}

export interface Linked {
  /** By range of orders. */
  readonly items: readonly number[];
  /** Items whose order was set aside. */
  readonly orderSetAside: number;
}

/** Finds the items of each order of the task's stretches. */
export function linkRuns({chunks, arena, placeOfRow, fromStretch, toStretch, ends, found}: LinkTask): Linked {
  const {runRow, runStart, nextRun} = arena;
  const {first: firstOf, itemStart} = found;
  const items = ends.map(() => 0);
  let orderSetAside = 0;
  for (let stretch = fromStretch; stretch < toStretch; stretch++) {
    // From the last to the first, so that the first in the file comes to stand before the others.
    for (let chunk = chunks.length - 1; chunk >= 0; chunk--) {
      const {first, starts} = chunks[chunk]!;
      for (let run = first + starts[stretch + 1]! - 1; run >= first + starts[stretch]!; run--) {
        const start = runStart[run]!;
        const length = runStart[run + 1]! - start;
        const order = placeOfRow[runRow[run]!]! - 1;
        if (order < 0) {
          orderSetAside += length;
          continue;
        }
        let range = 0;
        while (order >= ends[range]!) range++;
        items[range]! += length;
        const next = firstOf[order]!;
        if (next === 0) {
          firstOf[order] = 1 + start;
          itemStart[order + 1] = length;
          continue;
        }
        nextRun[run] = next;
        runRow[run] = itemStart[order + 1]!;
        firstOf[order] = 1 + run;
        itemStart[order + 1] = 0;
      }
    }
  }
  return {items, orderSetAside};
}

/** A range of orders, which one thread owns. */
export interface PlaceTask extends Pick<LinkTask, "arena" | "found"> {
  readonly from: number;
  readonly to: number;
  /** Where the task's first item comes to stand in `item`. */
  readonly target: number;
  readonly item: Uint32Array<SharedArrayBuffer>;
  readonly products: number;
  /** Orders one of whose runs holds a product more than once. */
  readonly repeating: readonly number[];
}

export interface ItemsInPlace {
  /** Places of items that repeat a product of their order. */
  readonly repeats: Uint32Array;
  /** Orders without items. */
  readonly empty: number;
}

/**
 * Copies the items of the task's orders to their place; `itemStart` tells from then on where they begin. An order repeats
 * a product only where it is made of several runs, or one of its runs repeats one.
 */
export function placeItems(task: PlaceTask): ItemsInPlace {
  const {arena, from, to, found, item, repeating} = task;
  const {item: source, runRow, runStart, nextRun} = arena;
  const {first: firstOf, itemStart} = found;
  const ofSeveral: number[] = [];
  let empty = 0;
  let target = task.target;
  for (let order = from; order < to; order++) {
    let first = firstOf[order]!;
    let length = itemStart[order + 1]!;
    if (first === 0) empty++;
    else if (length === 0) ofSeveral.push(order);
    while (first > 0 && length === 0) {
      const run = first - 1;
      const end = runStart[run + 1]!;
      for (let at = runStart[run]!; at < end; at++) item[target++] = source[at]!;
      first = nextRun[run]!;
      length = runRow[run]!;
    }
    for (let at = first - 1, left = length; left > 0; left--) item[target++] = source[at++]!;
    itemStart[order + 1] = target;
  }
  const suspects = new Set([...ofSeveral, ...repeating.filter((order) => order >= from && order < to)]);
  return {
    repeats: repeatsIn(
      [...suspects].sort((a, b) => a - b),
      task
    ),
    empty
  };
}

/** Where the first order of a range begins is written by the thread of the range before, maybe later. */
function repeatsIn(
  orders: readonly number[],
  {from, target, found: {itemStart}, item, products}: PlaceTask
): Uint32Array {
  const lastOrder = new Int32Array(products).fill(-1);
  const repeats: number[] = [];
  for (const order of orders) {
    for (let at = order === from ? target : itemStart[order]!; at < itemStart[order + 1]!; at++) {
      const product = productOf(item[at]!);
      if (lastOrder[product] === order) repeats.push(at);
      else lastOrder[product] = order;
    }
  }
  return Uint32Array.from(repeats);
}
