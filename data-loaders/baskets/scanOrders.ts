import {orderColumns} from "./orderArena.ts";
import type {OrderArena} from "./orderArena.ts";
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

const COLUMNS = ["order_id", "customer_id", "order_number", "day", "hour", "days_since_prior_order"];

export function scanOrders(task: OrderTask): OrderChunk {
  const {contract, arena, first} = task;
  const chunk = orderColumns(arena, first, arena.rows);
  const columns = columnPlaces(contract, COLUMNS);
  const [keepPlace] = columnPlaces(contract, [contract.keep?.column ?? ""]) as [number];
  const kept = (contract.columns[keepPlace]?.values ?? []).indexOf(contract.keep?.value ?? "");
  let rows = 0;
  const report = scanChunk(task, ({values, stride, at, lines}, from, to) => {
    const [id, customer, number, day, hour, gap] = columns.map((column) => at[column]!) as [
      number,
      number,
      number,
      number,
      number,
      number
    ];
    const keepAt = at[keepPlace] ?? -1;
    for (let row = from; row < to; row++, rows++) {
      const base = row * stride;
      const days = values[base + gap]!;
      chunk.orderId[rows] = values[base + id]!;
      chunk.customerId[rows] = values[base + customer]!;
      chunk.orderNumber[rows] = values[base + number]!;
      chunk.slot[rows] = values[base + day]! * 24 + values[base + hour]!;
      chunk.gap[rows] = Number.isNaN(days) ? NO_GAP : days;
      chunk.dropped[rows] = keepAt >= 0 && values[base + keepAt] !== kept ? 1 : 0;
      chunk.line[rows] = lines[row]!;
    }
  });
  return {...report, first, rows};
}
