import type {CustomerTotals} from "./customerTotals.ts";
import {customerValues} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import {midRanks} from "./midRanks.ts";

/** A value's ranks over all customers, for one thread. */
export interface ValueRanksTask {
  readonly value: CustomerValue;
  readonly totals: CustomerTotals;
}

/** The ranks by customer, then Σ(t³ − t) over groups of t customers of equal value. */
export function valueRanks({value, totals}: ValueRanksTask): [ranks: Float64Array, ties: Float64Array] {
  const {ranks, ties} = midRanks(customerValues(value, totals));
  return [ranks, Float64Array.of(ties)];
}
