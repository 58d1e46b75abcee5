import {columnPlaces, mostRows, scanChunk} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask} from "./scanChunk.ts";
import {NO_GAP} from "./store.ts";

/** Grain: one row per order that fits the contract, in the order of the file. */
export interface OrderChunk extends ChunkReport {
  readonly rows: number;
  readonly orderId: Float64Array;
  readonly customerId: Float64Array;
  readonly orderNumber: Uint16Array;
  readonly slot: Uint8Array;
  readonly gap: Uint16Array;
  /** 1 where the contract's `keep` rule sets the order aside (a train order). */
  readonly dropped: Uint8Array;
  /** From 0 within the chunk. */
  readonly line: Int32Array;
}

const COLUMNS = ["order_id", "customer_id", "order_number", "day", "hour", "days_since_prior_order"];

export function scanOrders(task: ChunkTask): OrderChunk {
  const {contract} = task;
  const chunk = roomFor(mostRows(task));
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
  return {...report, rows, ...trimmed(chunk, rows)};
}

let scratch = orderArrays(0);

function roomFor(rows: number): typeof scratch {
  if (scratch.line.length < rows) scratch = orderArrays(rows);
  return scratch;
}

function orderArrays(rows: number) {
  return {
    orderId: new Float64Array(rows),
    customerId: new Float64Array(rows),
    orderNumber: new Uint16Array(rows),
    slot: new Uint8Array(rows),
    gap: new Uint16Array(rows),
    dropped: new Uint8Array(rows),
    line: new Int32Array(rows)
  };
}

/** Copies of just the right size. */
function trimmed(chunk: ReturnType<typeof orderArrays>, rows: number) {
  return {
    orderId: chunk.orderId.slice(0, rows),
    customerId: chunk.customerId.slice(0, rows),
    orderNumber: chunk.orderNumber.slice(0, rows),
    slot: chunk.slot.slice(0, rows),
    gap: chunk.gap.slice(0, rows),
    dropped: chunk.dropped.slice(0, rows),
    line: chunk.line.slice(0, rows)
  };
}
