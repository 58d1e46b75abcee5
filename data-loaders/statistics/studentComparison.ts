import type {Comparison} from "./comparison.ts";
import {noComparison} from "./comparison.ts";
import {studentReach, studentTwoSided} from "./studentDistribution.ts";

/** A difference with its variance and degrees of freedom, as an interval and a two-sided p by Student's t. */
export function studentComparison(
  value: number,
  variance: number,
  freedom: number,
  level: number
): Comparison {
  if (!Number.isFinite(value) || !(variance >= 0) || !(freedom > 0)) return noComparison(0, value);
  const error = Math.sqrt(variance);
  const reach = studentReach(level, freedom) * error;
  const p = error === 0 ? Number(value === 0) : studentTwoSided(value / error, freedom);
  return {value, low: value - reach, high: value + reach, same: 0, p};
}
