import type {Comparison} from "./comparison.ts";
import {noComparison} from "./comparison.ts";
import {LEVEL} from "./interval.ts";
import {normalProbability, normalQuantile} from "./normalDistribution.ts";
import type {Count} from "./shareDifference.ts";

/**
 * Share of customers of one group over that of another without a common customer, on the logarithmic scale: Katz,
 * Baptista, Azen and Pike (1978, Biometrics 34, 469–474). No interval where either count is 0.
 */
export function penetrationRatio(one: Count, other: Count, level = LEVEL): Comparison {
  const value = one.count / one.of / (other.count / other.of);
  const variance = 1 / one.count - 1 / one.of + 1 / other.count - 1 / other.of;
  return logComparison(value, variance, level);
}

/** A ratio with the variance of its logarithm, against 1. */
export function logComparison(value: number, variance: number, level: number): Comparison {
  if (!(value > 0) || !(variance >= 0) || !Number.isFinite(value)) return noComparison(1, value);
  const error = Math.sqrt(variance);
  const factor = Math.exp(normalQuantile((1 + level) / 2) * error);
  const p = error === 0 ? Number(value === 1) : 2 * normalProbability(-Math.abs(Math.log(value)) / error);
  return {value, low: value / factor, high: value * factor, same: 1, p};
}
