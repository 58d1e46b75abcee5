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
   * several; where the next is found stands in the arena's `nextRun`. With its sign a place takes more than 32 bits.
   */
  readonly runOf: Float64Array<SharedArrayBuffer>;
}

/** How many of all items have no order to go to. */
interface Unresolved {
  /** Their order is not in the file. */
  noOrder: number;
  orderSetAside: number;
}

export interface Linked extends Readonly<Unresolved> {
  /** Items of the task's orders. */
  readonly items: number;
}

/** Runs that are looked at together, and orders whose items are fetched together. */
const BLOCK = 512;

/** Finds the runs of each order of the task. */
export function linkRuns(task: LinkTask): Linked {
  const {chunks, arena, runOf} = task;
  const {runStart, nextRun} = arena;
  const sum = {items: 0, noOrder: 0, orderSetAside: 0};
  // From the last to the first, so that the first in the file comes to stand before the others.
  for (let chunk = chunks.length - 1; chunk >= 0; chunk--) {
    const {first, runs} = chunks[chunk]!;
    for (let end = first + runs; end > first; end -= BLOCK) {
      const count = ownRuns(task, Math.max(first, end - BLOCK), end, sum);
      for (let at = 0; at < count; at++) {
        const run = own.run[at]!;
        const order = own.order[at]!;
        sum.items += runStart[run + 1]! - runStart[run]!;
        const next = runOf[order]!;
        if (next === 0) runOf[order] = 1 + run;
        else {
          nextRun[run] = next;
          runOf[order] = -1 - run;
        }
      }
    }
  }
  return sum;
}

const own = {run: new Uint32Array(BLOCK), order: new Int32Array(BLOCK)};

/**
 * The task's runs among some, from the last to the first. Whose a run is cannot be foreseen; there is no branch on it, for
 * which the processor would have to begin again at every other run.
 */
function ownRuns({arena, places, from, to}: LinkTask, first: number, end: number, sum: Unresolved): number {
  const {runOrder, runStart} = arena;
  let count = 0;
  for (let run = end - 1; run >= first; run--) {
    const order = placeOf(places, runOrder[run]!);
    if (order < 0) {
      const length = runStart[run + 1]! - runStart[run]!;
      if (order === SET_ASIDE) sum.orderSetAside += length;
      else sum.noOrder += length;
    }
    own.run[count] = run;
    own.order[count] = order;
    count += 1 - (((order - from) | (to - 1 - order)) >>> 31);
  }
  return count;
}

export interface PlaceTask extends Omit<LinkTask, "chunks" | "places"> {
  /** orders + 1 entries; the task's first is there already. */
  readonly itemStart: Uint32Array<SharedArrayBuffer>;
  readonly item: Uint32Array<SharedArrayBuffer>;
  readonly products: number;
}

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
