import type {Comparison} from "./comparison.ts";
import {noComparison} from "./comparison.ts";
import {contrastVariance} from "./contrastVariance.ts";
import {LEVEL} from "./interval.ts";
import type {Moments} from "./moments.ts";
import {studentComparison} from "./studentComparison.ts";

/**
 * A segment's ratio minus that of everyone, the segment included, in the ratio's unit. A customer c moves the
 * difference by [c in s](n − Rₛd)/Dₛ − (n − R·d)/D, the linearised ratios of Särndal, Swensson and Wretman (1992,
 * section 5.6, and 5.8 for domains); squares of that, added up over all customers, are the variance. So a segment that
 * is nearly everyone cannot seem to differ.
 */
export function differenceFromEveryone(segment: Moments, everyone: Moments, level = LEVEL): Comparison {
  const value = segment.n / segment.d - everyone.n / everyone.d;
  const rest = everyone.customers - segment.customers;
  if (rest === 0) return {value: 0, low: 0, high: 0, same: 0, p: 1};
  const variance = contrastVariance(segment, everyone, segment.d, everyone.d);
  const freedom = Math.min(segment.customers, rest) - 1;
  return variance >= 0 ? studentComparison(value, variance, freedom, level) : noComparison(0, value);
}
