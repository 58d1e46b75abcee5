import {Random} from "../data-loaders/statistics/random.ts";
import {shuffle} from "./shuffle.ts";

/** Grain: one entry per order, in the order of orders.csv: customer by customer, each in its own order. */
export interface OrderLayout {
  /** Of all sets: prior, train and test. */
  readonly count: number;
  /** Index of each customer's first order, and of the end. */
  readonly firstOrder: Uint32Array;
  /** 1 to `count`, in random order. */
  readonly orderId: Uint32Array;
}

export function orderLayout(priorCounts: Uint8Array, seed: number): OrderLayout {
  const firstOrder = new Uint32Array(priorCounts.length + 1);
  priorCounts.forEach((prior, customer) => {
    firstOrder[customer + 1] = firstOrder[customer]! + prior + 1;
  });
  const count = firstOrder[priorCounts.length]!;
  const orderId = Uint32Array.from({length: count}, (_, i) => i + 1);
  shuffle(orderId, new Random(seed, "order ids"));
  return {count, firstOrder, orderId};
}
