import {Rejects} from "../tables/rejects.ts";
import {lineGrammar} from "../tables/lineGrammar.ts";
import {placeOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import type {ItemArena, ItemEnd} from "./itemArena.ts";
import {plainItems} from "./plainItems.ts";
import {columnPlaces, mostRows, scanChunk} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask, RowSink} from "./scanChunk.ts";
import {packItem} from "./store.ts";

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

export function scanItems(task: ItemTask): ItemChunk {
  const {contract, header, products, arena, first} = task;
  const rejects = new Rejects();
  const next: ItemEnd = {item: first, run: first, order: -1};
  const columns = columnPlaces(contract, COLUMNS);
  const places = columns.map((column) => header.positions[column]!);
  const grammar = lineGrammar(contract, header);
  const lose = (line: number): void => rejects.add(NO_PRODUCT, line);
  const lane = plainItems(grammar, places, products, mostRows(task), arena, next, lose);
  const report = scanChunk(task, itemSink(task, columns, next, rejects), lane);
  arena.runStart[next.run] = next.item;
  rejects.merge(report.set_aside);
  return {...report, set_aside: rejects.list(), first, items: next.item - first, runs: next.run - first};
}

/** Takes the rows of the general reader. */
function itemSink(
  {products, arena}: ItemTask,
  columns: readonly number[],
  next: ItemEnd,
  rejects: Rejects
): RowSink {
  const {item, runOrder, runStart} = arena;
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
        rejects.add(NO_PRODUCT, lines[row]!);
        continue;
      }
      const orderId = values[order + row]!;
      if (orderId !== next.order) {
        next.order = orderId;
        runOrder[next.run] = orderId;
        runStart[next.run++] = next.item;
      }
      item[next.item++] = packItem(place, values[position + row]!, values[reordered + row]!);
    }
  };
}

const NO_PRODUCT = "names no product";
