import {firstRows} from "./scanChunk.ts";
import type {ChunkTask} from "./scanChunk.ts";

/** Where the threads leave the orders of all parts of the file; one piece of memory, so that it can be given back as one. */
export interface OrderArena {
  readonly memory: SharedArrayBuffer;
  /** Orders it has room for. */
  readonly rows: number;
}

/** Grain: one row per order that fits the contract, in the order of the file. */
export interface OrderColumns {
  readonly orderId: Float64Array;
  readonly customerId: Float64Array;
  /** From 0 within the part of the file. */
  readonly line: Int32Array;
  readonly orderNumber: Uint16Array;
  readonly gap: Uint16Array;
  readonly slot: Uint8Array;
  /** 1 where the contract's `keep` rule sets the order aside (a train order). */
  readonly dropped: Uint8Array;
}

/** Bytes of a row in all columns. */
const WIDTH = 26;

/** The arena, until it is taken out so that nothing holds on to its memory, and where each part begins in it. */
export interface OrderRoom {
  arena?: OrderArena;
  readonly firsts: readonly number[];
}

/** Room for as many orders as the parts can hold; memory that is not written to costs nothing. */
export function orderRoom(tasks: readonly ChunkTask[]): OrderRoom {
  const {firsts, rows} = firstRows(tasks);
  return {firsts, arena: {memory: new SharedArrayBuffer(WIDTH * rows), rows}};
}

/** The rows `from` up to `to` of the arena; columns of wide numbers stand first, so that all are aligned. */
export function orderColumns({memory, rows}: OrderArena, from: number, to: number): OrderColumns {
  const count = to - from;
  return {
    orderId: new Float64Array(memory, 8 * from, count),
    customerId: new Float64Array(memory, 8 * rows + 8 * from, count),
    line: new Int32Array(memory, 16 * rows + 4 * from, count),
    orderNumber: new Uint16Array(memory, 20 * rows + 2 * from, count),
    gap: new Uint16Array(memory, 22 * rows + 2 * from, count),
    slot: new Uint8Array(memory, 24 * rows + from, count),
    dropped: new Uint8Array(memory, 25 * rows + from, count)
  };
}
