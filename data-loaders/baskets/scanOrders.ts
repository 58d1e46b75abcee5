import {columnPlaces, mostRows, scanChunk} from "./scanChunk.ts";
import type {ChunkReport, ChunkTask} from "./scanChunk.ts";
import {shared} from "./shared.ts";
import {NO_GAP} from "./store.ts";

/** Grain: one row per order that fits the contract, in the order of the file. */
export interface OrderChunk extends ChunkReport {
  readonly rows: number;
  readonly orderId: Float64Array<SharedArrayBuffer>;
  readonly customerId: Float64Array<SharedArrayBuffer>;
  readonly orderNumber: Uint16Array<SharedArrayBuffer>;
  readonly slot: Uint8Array<SharedArrayBuffer>;
  readonly gap: Uint16Array<SharedArrayBuffer>;
  /** 1 where the contract's `keep` rule sets the order aside (a train order). */
  readonly dropped: Uint8Array<SharedArrayBuffer>;
  /** From 0 within the chunk. */
  readonly line: Int32Array<SharedArrayBuffer>;
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

function trimmed(chunk: ReturnType<typeof orderArrays>, rows: number) {
  return {
    orderId: shared(chunk.orderId.subarray(0, rows), (buffer) => new Float64Array(buffer)),
    customerId: shared(chunk.customerId.subarray(0, rows), (buffer) => new Float64Array(buffer)),
    orderNumber: shared(chunk.orderNumber.subarray(0, rows), (buffer) => new Uint16Array(buffer)),
    slot: shared(chunk.slot.subarray(0, rows), (buffer) => new Uint8Array(buffer)),
    gap: shared(chunk.gap.subarray(0, rows), (buffer) => new Uint16Array(buffer)),
    dropped: shared(chunk.dropped.subarray(0, rows), (buffer) => new Uint8Array(buffer)),
    line: shared(chunk.line.subarray(0, rows), (buffer) => new Int32Array(buffer))
  };
}
