import type {Interval} from "./interval.ts";
import {LEVEL, NO_INTERVAL} from "./interval.ts";
import type {Moments} from "./moments.ts";
import {normalQuantile} from "./normalDistribution.ts";

/**
 * Difference of two groups' means in standard deviations: Hedges' g, with the correction for small groups and the
 * interval of Hedges and Olkin (Statistical Methods for Meta-Analysis 1985, chapter 5) as written by Borenstein, Hedges,
 * Higgins and Rothstein (Introduction to Meta-Analysis 2009, formulas 4.18 to 4.24). For a number per customer (d = 1).
 */
export function hedgesG(one: Moments, other: Moments, level = LEVEL): Interval {
  const freedom = one.customers + other.customers - 2;
  const pooled = Math.sqrt((squares(one) + squares(other)) / freedom);
  const d = (one.n / one.customers - other.n / other.customers) / pooled;
  if (!Number.isFinite(d) || one.customers < 2 || other.customers < 2) return NO_INTERVAL;
  const correction = 1 - 3 / (4 * freedom - 1);
  const variance =
    1 / one.customers + 1 / other.customers + (d * d) / (2 * (one.customers + other.customers));
  const reach = normalQuantile((1 + level) / 2) * correction * Math.sqrt(variance);
  const value = correction * d;
  return {value, low: value - reach, high: value + reach};
}

/** Sum of squares around the mean. */
const squares = ({customers, n, nn}: Moments): number => Math.max(0, nn - (n * n) / customers);
