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

type Columns = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

export function scanOrders(task: OrderTask): OrderChunk {
  const {contract, arena, first} = task;
  const chunk = orderColumns(arena, first, arena.rows);
  const columns = columnPlaces(contract, COLUMNS);
  const [keepPlace] = columnPlaces(contract, [contract.keep?.column ?? ""]) as [number];
  const kept = (contract.columns[keepPlace]?.values ?? []).indexOf(contract.keep?.value ?? "");
  let rows = 0;
  const report = scanChunk(task, ({values, at, lines}, from, to) => {
    const column = (place: number): Float64Array => values.subarray(at[place]! + from, at[place]! + to);
    const [id, customer, number, day, hour, gap] = columns.map(column) as unknown as Columns;
    chunk.orderId.set(id, rows);
    chunk.customerId.set(customer, rows);
    chunk.orderNumber.set(number, rows);
    chunk.line.set(lines.subarray(from, to), rows);
    for (let row = 0; row < day.length; row++) chunk.slot[rows + row] = day[row]! * 24 + hour[row]!;
    for (let row = 0; row < gap.length; row++)
      chunk.gap[rows + row] = Number.isNaN(gap[row]) ? NO_GAP : gap[row]!;
    if (keepPlace >= 0) {
      const sets = column(keepPlace);
      for (let row = 0; row < sets.length; row++) chunk.dropped[rows + row] = sets[row] === kept ? 0 : 1;
    }
    rows += to - from;
  });
  return {...report, first, rows};
}
