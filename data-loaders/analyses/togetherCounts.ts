import {endOf} from "./heldRuns.ts";
import type {HeldRuns} from "./heldRuns.ts";

/** Orders that hold two of some places, of a range of customers, for one thread. */
export interface TogetherTask {
  readonly runs: HeldRuns;
  /** The first customer of the range. */
  readonly from: number;
  readonly places: number;
  /** Of customers; absent for everyone as one group. */
  readonly groupOf?: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer> | undefined;
  readonly groups: number;
}

/** Grain: group × pair; a pair of a place with itself counts the orders that hold it at all. */
export interface TogetherCounts {
  readonly orders: Float64Array;
  /** Distinct customers of these orders. */
  readonly customers: Float64Array;
}

/** Pairs a ≤ b in the order (0, 0), (0, 1) … (1, 1) … */
export const pairsOf = (places: number): number => (places * (places + 1)) / 2;
export const pairAt = (places: number, a: number, b: number): number => (a * (2 * places - a - 1)) / 2 + b;

export function togetherCounts({
  runs: {start, held},
  from,
  places,
  groupOf,
  groups
}: TogetherTask): TogetherCounts {
  const pairs = pairsOf(places);
  const orders = new Uint32Array(groups * pairs);
  const customers = new Uint32Array(groups * pairs);
  const pairOf = pairTable(places);
  const lastCustomer = new Int32Array(pairs).fill(-1);
  const end = endOf(held);
  for (let customer = 0; customer + 1 < start.length; customer++) {
    const base = groupOf ? groupOf[from + customer]! * pairs : 0;
    const last = start[customer + 1]!;
    for (let i = start[customer]!; i < last; i++) {
      const row = held[i]! * places;
      for (let j = i; held[j] !== end; j++) {
        const pair = pairOf[row + held[j]!]!;
        orders[base + pair]!++;
        if (lastCustomer[pair] === customer) continue;
        lastCustomer[pair] = customer;
        customers[base + pair]!++;
      }
    }
  }
  return {orders: Float64Array.from(orders), customers: Float64Array.from(customers)};
}

/** The pair of two places in either order. */
function pairTable(places: number): Int32Array {
  const table = new Int32Array(places * places);
  for (let a = 0; a < places; a++)
    for (let b = a; b < places; b++) table[a * places + b] = table[b * places + a] = pairAt(places, a, b);
  return table;
}
