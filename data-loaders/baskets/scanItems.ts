import {Rejects} from "../tables/rejects.ts";
import {placesOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {BATCH_ROWS, columnPlaces, mostRows, scanChunk} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask} from "./scanChunk.ts";
import {shared} from "./shared.ts";
import {packItem} from "./store.ts";

/** Items of one chunk that fit the contract and name a product, as runs of lines with the same order id, none too long. */
export interface ItemChunk extends ChunkReport {
  /** Packed as in the store, in the order of the file. */
  readonly item: Uint32Array<SharedArrayBuffer>;
  /** Grain: one row per run: its order id. */
  readonly runOrder: Float64Array<SharedArrayBuffer>;
  readonly runLength: Uint16Array<SharedArrayBuffer>;
}

const COLUMNS = ["order_id", "product_id", "cart_position", "reordered"];

export interface ItemTask extends ChunkTask {
  readonly products: IdIndex;
}

const LONGEST_RUN = 65535;

const scratch = {
  places: new Int32Array(BATCH_ROWS),
  items: new Uint32Array(0),
  runOrderIds: new Float64Array(0),
  runLengths: new Uint16Array(0)
};

export function scanItems(task: ItemTask): ItemChunk {
  makeRoom(mostRows(task));
  const {items, runOrderIds, runLengths, places} = scratch;
  const columns = columnPlaces(task.contract, COLUMNS);
  const rejects = new Rejects();
  let count = 0;
  let runs = 0;
  let current = -1;
  const report = scanChunk(task, ({values, stride, at, lines}, from, to) => {
    const [order, product, position, reordered] = columns.map((column) => at[column]!) as [
      number,
      number,
      number,
      number
    ];
    placesOf(task.products, values, product, stride, from, to, places);
    for (let row = from; row < to; row++) {
      const base = row * stride;
      const place = places[row]!;
      if (place < 0) {
        rejects.add(NO_PRODUCT, lines[row]!);
        continue;
      }
      const orderId = values[base + order]!;
      if (orderId !== current || runLengths[runs - 1] === LONGEST_RUN) {
        current = orderId;
        runOrderIds[runs] = orderId;
        runLengths[runs++] = 0;
      }
      runLengths[runs - 1]!++;
      items[count++] = packItem(place, values[base + position]!, values[base + reordered]!);
    }
  });
  rejects.merge(report.set_aside);
  return {
    ...report,
    set_aside: rejects.list(),
    item: shared(items.subarray(0, count), (buffer) => new Uint32Array(buffer)),
    runOrder: shared(runOrderIds.subarray(0, runs), (buffer) => new Float64Array(buffer)),
    runLength: shared(runLengths.subarray(0, runs), (buffer) => new Uint16Array(buffer))
  };
}

export const NO_PRODUCT = "names no product";

function makeRoom(rows: number): void {
  if (scratch.items.length >= rows) return;
  scratch.items = new Uint32Array(rows);
  scratch.runOrderIds = new Float64Array(rows);
  scratch.runLengths = new Uint16Array(rows);
}
