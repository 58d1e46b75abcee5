import {placeOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {SET_ASIDE} from "./placeOrders.ts";
import type {ItemArena, ItemChunk} from "./scanItems.ts";
import {productOf} from "./store.ts";

/** Runs of one chunk, by order id; the ids make room for the places of the orders. */
export interface ResolveTask extends ItemRuns {
  readonly arena: ItemArena;
  readonly places: IdIndex;
}

/** Where a chunk's items and runs stand in the arena. */
export type ItemRuns = Pick<ItemChunk, "first" | "runs">;

/** How many items have no order to go to. */
export interface Unresolved {
  /** Items whose order is not in the file. */
  readonly noOrder: number;
  /** Items whose order was set aside. */
  readonly orderSetAside: number;
}

/** Writes over each run's order id the order's place, or a number below 0. */
export function resolveRuns({arena: {runOrder, runLength}, first, runs, places}: ResolveTask): Unresolved {
  let noOrder = 0;
  let orderSetAside = 0;
  for (let run = first; run < first + runs; run++) {
    const place = placeOf(places, runOrder[run]!);
    runOrder[run] = place;
    if (place === SET_ASIDE) orderSetAside += runLength[run]!;
    else if (place < 0) noOrder += runLength[run]!;
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

export function countItems({
  arena,
  chunks,
  from,
  to,
  next
}: Omit<PlaceTask, "itemStart" | "item" | "products">): void {
  const {runOrder, runLength} = arena;
  for (const {first, runs} of chunks) {
    for (let run = first; run < first + runs; run++) {
      const order = runOrder[run]!;
      if (order >= from && order < to) next[order]! += runLength[run]!;
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
  const {item: source, runOrder, runLength} = arena;
  for (const {first, runs} of chunks) {
    let at = first;
    for (let run = first; run < first + runs; run++) {
      const length = runLength[run]!;
      const order = runOrder[run]!;
      if (order >= from && order < to) {
        const target = next[order]!;
        next[order] = target + length;
        for (let i = 0; i < length; i++) item[target + i] = source[at + i]!;
      }
      at += length;
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
