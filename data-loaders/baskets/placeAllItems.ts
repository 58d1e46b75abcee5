import type {Sources} from "../config/sources.ts";
import type {SetAside} from "../tables/populationFlow.ts";
import {joinSetAside} from "../tables/rejects.ts";
import {checkItemCount} from "./checkContracts.ts";
import {freeMemoryOfAll} from "./freeMemory.ts";
import type {IdIndex} from "./idIndex.ts";
import type {LocateTask} from "./locateItems.ts";
import type {ItemArena, ItemRoom} from "./itemArena.ts";
import type {ItemRuns, ItemsInPlace, Linked, LinkTask, PlaceTask} from "./placeItems.ts";
import type {PlacedOrders} from "./placeOrders.ts";
import type {Scanned} from "./scanFile.ts";
import type {ItemChunk} from "./scanItems.ts";
import {shared} from "./shared.ts";
import type {Products} from "./smallTables.ts";
import {productOf} from "./store.ts";
import type {Baskets} from "./store.ts";
import type {WorkerPool} from "./workerPool.ts";

/** All items in their orders, and what was set aside on the way. */
export interface PlacedItems extends Pick<Baskets, "itemStart" | "item"> {
  readonly set_aside: readonly SetAside[];
  /** Orders without items. */
  readonly empty: number;
}

/**
 * Puts the items of all parts of the file into their orders, each thread into its own range of orders. Items without an
 * order, those of an order that was set aside and repeats of a product within its order are left out and counted.
 *
 * @param orders order id to row of the arena of orders
 */
export async function placeAllItems(
  sources: Sources,
  scanned: Scanned<ItemChunk>,
  room: ItemRoom,
  placed: PlacedOrders,
  orders: IdIndex,
  goods: Products,
  pool: WorkerPool
): Promise<PlacedItems> {
  const {orderSetAside, itemStart, item, repeated, empty} = await placeFrom(
    room,
    scanned.chunks,
    placed,
    goods,
    pool
  );
  await freeMemoryOfAll(pool);
  const noOrder = scanned.chunks.reduce((sum, chunk) => sum + chunk.noOrder, 0);
  const late = {noOrder, orderSetAside, repeats: repeated.length};
  const located =
    noOrder + orderSetAside + late.repeats > 0
      ? await pool.run<SetAside[]>("locateItems", {
          tasks: scanned.tasks,
          products: goods.index,
          orders,
          placeOfRow: placed.placeOfRow,
          repeated: repeatedPairs(repeated.slice(0, MOST_LOCATED), itemStart, item, goods.count),
          productCount: goods.count,
          expected: late,
          repeatRule: sources.tables.items.repeats?.same.because
        } satisfies LocateTask)
      : [];
  return {
    ...withoutPlaces(itemStart, item, repeated),
    empty,
    set_aside: joinSetAside(scanned.set_aside, located)
  };
}

/** A function of its own, since what waits for something keeps all that it has: the arena is the largest of all. */
async function placeFrom(
  room: ItemRoom,
  scanned: readonly ItemChunk[],
  placed: PlacedOrders,
  {count}: Products,
  pool: WorkerPool
) {
  const chunks = scanned.map(({first, starts}): ItemRuns => ({first, starts}));
  checkItemCount(scanned.reduce((sum, {items}) => sum + items, 0));
  const repeating = scanned
    .flatMap((chunk) => chunk.repeating.map((row) => placed.placeOfRow[row]! - 1))
    .filter((order) => order >= 0);
  const found = await placeChunks(room.arena!, chunks, placed, count, repeating, pool);
  delete room.arena;
  return found;
}

/** Of so many repeats the lines are looked up; a file with more is wrong as a whole, and a few lines show how. */
const MOST_LOCATED = 100_000;

async function placeChunks(
  arena: ItemArena,
  chunks: readonly ItemRuns[],
  {placeOfRow, orders}: PlacedOrders,
  products: number,
  repeating: readonly number[],
  pool: WorkerPool
) {
  const found = {
    first: new Uint32Array(new SharedArrayBuffer(4 * orders)),
    itemStart: new Uint32Array(new SharedArrayBuffer(4 * (orders + 1)))
  };
  const ranges = equalRanges(orders, pool.size);
  const ends = ranges.map(([, to]) => to);
  const links = equalRanges(chunks[0]!.starts.length - 1, pool.size).map(
    ([fromStretch, toStretch]): LinkTask => ({arena, chunks, placeOfRow, fromStretch, toStretch, ends, found})
  );
  const linked = await Promise.all(links.map((task) => pool.run<Linked>("linkRuns", task)));
  const counts = ranges.map((_, at) => linked.reduce((sum, {items}) => sum + items[at]!, 0));
  const targets = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0));
  const items = counts.reduce((sum, count) => sum + count, 0);
  const item = new Uint32Array(new SharedArrayBuffer(4 * items));
  const inPlace = await Promise.all(
    ranges.map(([from, to], at) =>
      pool.run<ItemsInPlace>("placeItems", {
        arena,
        from,
        to,
        target: targets[at]!,
        found,
        item,
        products,
        repeating
      } satisfies PlaceTask)
    )
  );
  return {
    orderSetAside: linked.reduce((sum, each) => sum + each.orderSetAside, 0),
    itemStart: found.itemStart,
    item,
    repeated: inPlace.flatMap(({repeats}) => [...repeats]),
    empty: inPlace.reduce((sum, each) => sum + each.empty, 0)
  };
}

/** Equal shares, one per thread. */
function equalRanges(count: number, parts: number): [number, number][] {
  return Array.from({length: parts}, (_, part) => [
    Math.floor((count * part) / parts),
    Math.floor((count * (part + 1)) / parts)
  ]);
}

function repeatedPairs(
  repeated: readonly number[],
  itemStart: Uint32Array,
  item: Uint32Array,
  productCount: number
): number[] {
  let order = 0;
  return repeated.map((place) => {
    while (itemStart[order + 1]! <= place) order++;
    return order * productCount + productOf(item[place]!);
  });
}

/** Takes single items, at rising places, out of their orders; rare, so it costs nothing when there are none. */
function withoutPlaces(
  itemStart: Uint32Array<SharedArrayBuffer>,
  item: Uint32Array<SharedArrayBuffer>,
  places: readonly number[]
): Pick<Baskets, "itemStart" | "item"> {
  if (places.length === 0) return {itemStart, item};
  let next = 0;
  let kept = 0;
  let from = 0;
  for (let order = 0; order < itemStart.length - 1; order++) {
    const end = itemStart[order + 1]!;
    for (let i = from; i < end; i++) {
      if (i === places[next]) next++;
      else item[kept++] = item[i]!;
    }
    from = end;
    itemStart[order + 1] = kept;
  }
  return {itemStart, item: shared(item.subarray(0, kept), (buffer) => new Uint32Array(buffer))};
}
