import {shared} from "../baskets/shared.ts";
import type {CustomerTotals} from "./customerTotals.ts";
import {customerValues} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import {midRanks} from "./midRanks.ts";

/** A value of every customer and its ranks, for one thread. */
export interface RankTask {
  readonly value: CustomerValue;
  readonly totals: CustomerTotals;
}

/** By customer, over all customers, with Σ(t³ − t) over groups of t customers of equal value. */
export interface RankedValues {
  readonly values: Float64Array<SharedArrayBuffer>;
  readonly ranks: Float64Array<SharedArrayBuffer>;
  readonly ties: number;
}

/** The sections of the file that keeps them; the ties are told about it. */
export const RANKED = ["values", "ranks"] as const;

export function rankValues({value, totals}: RankTask): RankedValues {
  const values = customerValues(value, totals);
  const {ranks, ties} = midRanks(values);
  const inSharedMemory = (list: Float64Array) => shared(list, (buffer) => new Float64Array(buffer));
  return {values: inSharedMemory(values), ranks: inSharedMemory(ranks), ties};
}
