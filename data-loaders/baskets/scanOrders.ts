import {lineGrammar} from "../tables/lineGrammar.ts";
import {orderColumns} from "./orderArena.ts";
import type {OrderArena} from "./orderArena.ts";
import {plainOrders} from "./plainOrders.ts";
import {columnPlaces, scanChunk} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask} from "./scanChunk.ts";
import {NO_GAP} from "./store.ts";

/** Orders of one chunk that fit the contract. */
export interface OrderChunk extends ChunkReport {
  /** Place of the first in the arena. */
  readonly first: number;
  readonly rows: number;
}

export interface OrderTask extends ChunkTask {
  readonly arena: OrderArena;
  readonly first: number;
}

const COLUMNS = ["order_id", "customer_id", "order_number", "days_since_prior_order", "day", "hour"];

export function scanOrders(task: OrderTask): OrderChunk {
  const {contract, header, arena, first} = task;
  const chunk = orderColumns(arena, first, arena.rows);
  const next = {row: 0};
  const columns = columnPlaces(contract, COLUMNS);
  const [ruled] = columnPlaces(contract, [contract.keep?.column ?? ""]) as [number];
  const kept = (contract.columns[ruled]?.values ?? []).indexOf(contract.keep?.value ?? "");
  const places = columns.map((column) => header.positions[column]!);
  const keep = ruled < 0 ? undefined : {place: header.positions[ruled]!, word: kept};
  const lane = plainOrders(lineGrammar(contract, header), places, keep, chunk, next);
  const [id, customer, number, gap, day, hour] = columns as [number, number, number, number, number, number];
  const report = scanChunk(
    task,
    ({values, at, lines}, from, to) => {
      for (let row = from; row < to; row++) {
        const cell = (column: number): number => values[at[column]! + row]!;
        const into = next.row++;
        chunk.orderId[into] = cell(id);
        chunk.customerId[into] = cell(customer);
        chunk.line[into] = lines[row]!;
        chunk.orderNumber[into] = cell(number);
        chunk.gap[into] = Number.isNaN(cell(gap)) ? NO_GAP : cell(gap);
        chunk.slot[into] = cell(day) * 24 + cell(hour);
        chunk.dropped[into] = ruled < 0 || cell(ruled) === kept ? 0 : 1;
      }
    },
    lane
  );
  return {...report, first, rows: next.row};
}
