import {kernelArray} from "../kernels/kernelMemory.ts";
import type {Part} from "../config/measures.ts";

/**
 * Grain: one row per customer and code, the customers of a block one after another; in the kernels' memory, laid out as
 * `kernels/assembly/layouts/rows.ts` tells.
 */
export interface PartRows {
  /** Row range of each customer of the block: customers + 1 entries. */
  readonly start: Uint32Array;
  /** `ROW` numbers per row, at the places of `PLACES`. */
  numbers: Uint32Array;
  /** Cents: one number per row at `SPEND`, `MONEY_ROW` numbers apart. */
  money: Float64Array;
}

/** Customers that are read together: enough that loops are long, few enough that their rows stay in the cache. */
export const BLOCK = 128;

export const ROW = 10;
export const MONEY_ROW = 5;
export const SPEND = 2;

/** Places of what is counted in `numbers`; of splits by product alone there is no telling orders and gaps. */
export const PLACES = {
  customers: 0,
  items: 1,
  reordered_items: 2,
  priced_items: 3,
  code: 6,
  orders: 7,
  gaps: 8,
  gap_days: 9
} as const;

/** Bytes from the row's first to the part. */
export function offsetOf(part: Part): number {
  return part === "spend" ? 8 * SPEND : 4 * PLACES[part];
}

export function partRows(): PartRows {
  return {
    start: kernelArray(Uint32Array, BLOCK + 1),
    numbers: kernelArray(Uint32Array, 0),
    money: kernelArray(Float64Array, 0)
  };
}

/** Makes room for so many rows; what was in them is lost. */
export function makeRoom(rows: PartRows, count: number): void {
  if (rows.numbers.length >= count * ROW) return;
  const room = Math.ceil(count * SPARE);
  const money = kernelArray(Float64Array, room * MONEY_ROW);
  rows.money = money;
  rows.numbers = new Uint32Array(money.buffer, money.byteOffset, room * ROW);
}

/** Blocks differ little, and what is too small stays where it is. */
export const SPARE = 1.25;
