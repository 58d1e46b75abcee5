import {ascending} from "./midRanks.ts";

/** What each customer did in all, for one thread. */
export interface ConcentrationTask {
  /** Orders, items or cents: not negative. */
  readonly values: Float64Array;
  /** 0, then the customers up to the end of each step, from those with least. */
  readonly ends: readonly number[];
}

export interface ConcentrationSums {
  readonly gini: number;
  /** Grain: one entry per step. */
  readonly sums: Float64Array;
}

export function concentrationSums({values, ends}: ConcentrationTask): ConcentrationSums {
  const places = ascending(values);
  const sorted = new Float64Array(places.length);
  for (let at = 0; at < sorted.length; at++) sorted[at] = values[places[at]!]!;
  const sums = Float64Array.from(ends.slice(1), (end, step) => sum(sorted.subarray(ends[step]!, end)));
  return {gini: gini(sorted), sums};
}

/** Gini's coefficient: 2 Σ i x_i ÷ (n Σ x_i) − (n + 1) ÷ n, x ascending, i from 1 (Sen 1973, "On Economic Inequality", ch. 2). */
function gini(sorted: Float64Array): number {
  const count = sorted.length;
  const total = sum(sorted);
  let weighted = 0;
  for (let at = 0; at < count; at++) weighted += (at + 1) * (sorted[at]! / total);
  return (2 * weighted) / count - (count + 1) / count;
}

export function sum(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at]!;
  return total;
}
