import {Rejects} from "../tables/rejects.ts";
import {placesOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {BATCH_ROWS, columnPlaces, mostRows, scanChunk} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask} from "./scanChunk.ts";
import {packItem} from "./store.ts";

/** Where the threads leave the items of all chunks; one piece of memory, so that it can be given back as one. */
export interface ItemArena {
  /** Packed as in the store, in the order of the file. */
  readonly item: Uint32Array<SharedArrayBuffer>;
  /** Grain: one row per run of lines with the same order id: that id. */
  readonly runOrder: Float64Array<SharedArrayBuffer>;
  /** Lines of the run; a longer run stands as two. */
  readonly runLength: Uint16Array<SharedArrayBuffer>;
}

/** Items of one chunk that fit the contract and name a product. */
export interface ItemChunk extends ChunkReport {
  /** Place of its first item, and of its first run, in the arena. */
  readonly first: number;
  readonly items: number;
  readonly runs: number;
}

const COLUMNS = ["order_id", "product_id", "cart_position", "reordered"];

export interface ItemTask extends ChunkTask {
  readonly products: IdIndex;
  readonly arena: ItemArena;
  readonly first: number;
}

/** The arena, until it is taken out so that nothing holds on to its memory, and where each chunk begins in it. */
export interface ItemRoom {
  arena?: ItemArena;
  readonly firsts: readonly number[];
}

/** Room for as many items as the chunks can hold; memory that is not written to costs nothing. */
export function itemRoom(tasks: readonly ChunkTask[]): ItemRoom {
  const firsts: number[] = [];
  let rows = 0;
  for (const task of tasks) {
    firsts.push(rows);
    rows += mostRows(task);
  }
  return {
    firsts,
    arena: {
      item: new Uint32Array(new SharedArrayBuffer(4 * rows)),
      runOrder: new Float64Array(new SharedArrayBuffer(8 * rows)),
      runLength: new Uint16Array(new SharedArrayBuffer(2 * rows))
    }
  };
}

const LONGEST_RUN = 65535;
const productPlaces = new Int32Array(BATCH_ROWS);

export function scanItems(task: ItemTask): ItemChunk {
  const {products, first} = task;
  const {item, runOrder, runLength} = task.arena;
  const columns = columnPlaces(task.contract, COLUMNS);
  const rejects = new Rejects();
  let nextItem = first;
  let nextRun = first;
  let current = -1;
  const report = scanChunk(task, ({values, stride, at, lines}, from, to) => {
    const [order, product, position, reordered] = columns.map((column) => at[column]!) as [
      number,
      number,
      number,
      number
    ];
    placesOf(products, values, product, stride, from, to, productPlaces);
    for (let row = from; row < to; row++) {
      const base = row * stride;
      const place = productPlaces[row]!;
      if (place < 0) {
        rejects.add(NO_PRODUCT, lines[row]!);
        continue;
      }
      const orderId = values[base + order]!;
      if (orderId !== current || runLength[nextRun - 1] === LONGEST_RUN) {
        current = orderId;
        runOrder[nextRun] = orderId;
        runLength[nextRun++] = 0;
      }
      runLength[nextRun - 1]!++;
      item[nextItem++] = packItem(place, values[base + position]!, values[base + reordered]!);
    }
  });
  rejects.merge(report.set_aside);
  return {...report, set_aside: rejects.list(), first, items: nextItem - first, runs: nextRun - first};
}

export const NO_PRODUCT = "names no product";
