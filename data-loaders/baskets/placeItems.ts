import {placeOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import type {ItemArena} from "./itemArena.ts";
import {SET_ASIDE} from "./placeOrders.ts";
import type {ItemChunk} from "./scanItems.ts";
import {productOf} from "./store.ts";

/** Where a chunk's items and runs stand in the arena. */
export type ItemRuns = Pick<ItemChunk, "first" | "items" | "runs">;

/** Runs of one chunk, by order id; the ids make room for the places of the orders. */
export interface ResolveTask extends ItemRuns {
  readonly arena: ItemArena;
  readonly places: IdIndex;
}

/** How many items have no order to go to. */
export interface Unresolved {
  /** Items whose order is not in the file. */
  readonly noOrder: number;
  /** Items whose order was set aside. */
  readonly orderSetAside: number;
}

/** Writes over each run's order id the order's place, or a number below 0. */
export function resolveRuns({arena, first, items, runs, places}: ResolveTask): Unresolved {
  const {runOrder, runStart} = arena;
  const last = first + runs - 1;
  let noOrder = 0;
  let orderSetAside = 0;
  for (let run = first; run <= last; run++) {
    const place = placeOf(places, runOrder[run]!);
    runOrder[run] = place;
    if (place >= 0) continue;
    const length = (run < last ? runStart[run + 1]! : first + items) - runStart[run]!;
    if (place === SET_ASIDE) orderSetAside += length;
    else noOrder += length;
  }
  return {noOrder, orderSetAside};
}

/** A range of orders that one thread owns, so that no lock is needed. */
export interface PlaceTask {
  readonly arena: ItemArena;
  readonly chunks: readonly ItemRuns[];
  readonly from: number;
  readonly to: number;
  /** orders + 1 entries. */
  readonly itemStart: Uint32Array<SharedArrayBuffer>;
  /** Where the next item of each order goes; `countItems` leaves the order's count there. */
  readonly next: Uint32Array<SharedArrayBuffer>;
  readonly item: Uint32Array<SharedArrayBuffer>;
  readonly products: number;
}

export type CountTask = Pick<PlaceTask, "arena" | "chunks" | "from" | "to" | "next">;

export function countItems({arena: {runOrder, runStart}, chunks, from, to, next}: CountTask): void {
  for (const {first, items, runs} of chunks) {
    const last = first + runs - 1;
    for (let run = first; run <= last; run++) {
      const order = runOrder[run]!;
      if (order < from || order >= to) continue;
      next[order]! += (run < last ? runStart[run + 1]! : first + items) - runStart[run]!;
    }
  }
}

/** Copies the items of the task's orders to their place. Returns the places of items that repeat a product of their order. */
export function placeItems({
  arena,
  chunks,
  from,
  to,
  itemStart,
  next,
  item,
  products
}: PlaceTask): Uint32Array {
  const {item: source, runOrder, runStart} = arena;
  for (const {first, items, runs} of chunks) {
    const last = first + runs - 1;
    for (let run = first; run <= last; run++) {
      const order = runOrder[run]!;
      if (order < from || order >= to) continue;
      const end = run < last ? runStart[run + 1]! : first + items;
      let target = next[order]!;
      for (let at = runStart[run]!; at < end; at++) item[target++] = source[at]!;
      next[order] = target;
    }
  }
  return repeatedItems(from, to, itemStart, item, products);
}

function repeatedItems(
  from: number,
  to: number,
  itemStart: Uint32Array,
  item: Uint32Array,
  products: number
): Uint32Array {
  const lastOrder = new Int32Array(products).fill(-1);
  const repeats: number[] = [];
  for (let order = from; order < to; order++) {
    const end = itemStart[order + 1]!;
    for (let i = itemStart[order]!; i < end; i++) {
      const product = productOf(item[i]!);
      if (lastOrder[product] === order) repeats.push(i);
      else lastOrder[product] = order;
    }
  }
  return Uint32Array.from(repeats);
}
