import {Rejects} from "../tables/rejects.ts";
import {lineGrammar} from "../tables/lineGrammar.ts";
import {chunkItems} from "./chunkItems.ts";
import type {ChunkItems} from "./chunkItems.ts";
import {gatherItems} from "./gatherItems.ts";
import type {GatheredItems, GatherTask} from "./gatherItems.ts";
import {placeOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {plainItems} from "./plainItems.ts";
import {columnPlaces, mostRows, scanChunk} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask, RowSink} from "./scanChunk.ts";
import {packItem} from "./store.ts";

/** Items of one chunk that fit the contract and name a product. */
export interface ItemChunk extends ChunkReport, GatheredItems {
  /** Place of its first item, and of its first run, in the arena. */
  readonly first: number;
}

const COLUMNS = ["order_id", "product_id", "cart_position", "reordered"];

export interface ItemTask extends ChunkTask, GatherTask {
  readonly products: IdIndex;
  readonly productCount: number;
}

export function scanItems(task: ItemTask): ItemChunk {
  const {contract, header, products, productCount, first} = task;
  const rejects = new Rejects();
  const found = chunkItems(mostRows(task), productCount);
  const columns = columnPlaces(contract, COLUMNS);
  const places = columns.map((column) => header.positions[column]!);
  const lose = (line: number): void => rejects.add(NO_PRODUCT, line);
  const lane = plainItems(lineGrammar(contract, header), places, products, found, lose);
  const report = scanChunk(task, itemSink(products, columns, found, lose), lane);
  rejects.merge(report.set_aside);
  return {...report, set_aside: rejects.list(), first, ...gatherItems(found, task)};
}

/** Takes the rows of the general reader. */
function itemSink(
  products: IdIndex,
  columns: readonly number[],
  found: ChunkItems,
  lose: (line: number) => void
): RowSink {
  const {item, runOrder, runStart, lastRun, repeating} = found;
  return ({values, at, lines}, from, to) => {
    const [order, product, position, reordered] = columns.map((column) => at[column]!) as [
      number,
      number,
      number,
      number
    ];
    for (let row = from; row < to; row++) {
      const place = placeOf(products, values[product + row]!);
      if (place < 0) {
        lose(lines[row]!);
        continue;
      }
      const orderId = values[order + row]!;
      if (orderId !== found.order) {
        found.order = orderId;
        runOrder[found.runs] = orderId;
        runStart[found.runs++] = found.items;
      }
      if (lastRun[place] === found.runs) repeating.add(found.runs - 1);
      lastRun[place] = found.runs;
      item[found.items++] = packItem(place, values[position + row]!, values[reordered + row]!);
    }
  };
}

const NO_PRODUCT = "names no product";
