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
  /** Where to find the items of each order: 1 + the place of its first run, or 0 for none. */
  readonly runOf: Uint32Array<SharedArrayBuffer>;
}

export interface Linked {
  /** By range of orders. */
  readonly items: readonly number[];
  /** Items whose order was set aside. */
  readonly orderSetAside: number;
}

/** In place of the row of a linked run which is not its order's last. */
const HAS_NEXT = 0xffffffff;

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
        runOf[order] = 1 + run;
        if (next === 0) continue;
        nextRun[run] = next;
        runRow[run] = HAS_NEXT;
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
 * Copies the items of the task's orders to their place. An order repeats a product only where it is made of several runs,
 * or one of its runs repeats one.
 */
export function placeItems(task: PlaceTask): ItemsInPlace {
  const {arena, from, to, runOf, itemStart, item, products, repeating} = task;
  const {item: source, runRow, runStart, nextRun} = arena;
  const ofSeveral: number[] = [];
  let empty = 0;
  let target = itemStart[from]!;
  for (let order = from; order < to; order++) {
    if (runOf[order] === 0) empty++;
    for (let found = runOf[order]!; found !== 0; ) {
      const run = found - 1;
      const end = runStart[run + 1]!;
      for (let at = runStart[run]!; at < end; at++) item[target++] = source[at]!;
      found = runRow[run] === HAS_NEXT ? nextRun[run]! : 0;
      if (found !== 0 && ofSeveral.at(-1) !== order) ofSeveral.push(order);
    }
    itemStart[order + 1] = target;
  }
  const suspects = new Set([...ofSeveral, ...repeating.filter((order) => order >= from && order < to)]);
  return {
    repeats: repeatsIn(
      [...suspects].sort((a, b) => a - b),
      itemStart,
      item,
      products
    ),
    empty
  };
}

function repeatsIn(
  orders: readonly number[],
  itemStart: Uint32Array,
  item: Uint32Array,
  products: number
): Uint32Array {
  const lastOrder = new Int32Array(products).fill(-1);
  const repeats: number[] = [];
  for (const order of orders) {
    for (let at = itemStart[order]!; at < itemStart[order + 1]!; at++) {
      const product = productOf(item[at]!);
      if (lastOrder[product] === order) repeats.push(at);
      else lastOrder[product] = order;
    }
  }
  return Uint32Array.from(repeats);
}
