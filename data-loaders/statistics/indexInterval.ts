import type {Comparison} from "./comparison.ts";
import {noComparison} from "./comparison.ts";
import {contrastVariance} from "./contrastVariance.ts";
import {LEVEL} from "./interval.ts";
import type {Moments} from "./moments.ts";
import {studentComparison} from "./studentComparison.ts";

const AVERAGE = 100;

/**
 * Index of a segment against everyone, the segment included: 100 · Rₛ ÷ R, with an interval on the logarithmic scale,
 * where twice and half are equally far and no end falls below 0. The delta method on the difference from everyone:
 * a customer moves ln(Rₛ ÷ R) by [c in s](n − Rₛd)/Nₛ − (n − R·d)/N. An index of 0 has no interval.
 */
export function indexInterval(segment: Moments, everyone: Moments, level = LEVEL): Comparison {
  const ratio = segment.n / segment.d / (everyone.n / everyone.d);
  const rest = everyone.customers - segment.customers;
  if (rest === 0) return {value: AVERAGE, low: AVERAGE, high: AVERAGE, same: AVERAGE, p: 1};
  if (!(ratio > 0)) return noComparison(AVERAGE, AVERAGE * ratio);
  const variance = contrastVariance(segment, everyone, segment.n, everyone.n);
  const freedom = Math.min(segment.customers, rest) - 1;
  return asIndex(studentComparison(Math.log(ratio), variance, freedom, level), AVERAGE * ratio);
}

const asIndex = ({low, high, p}: Comparison, value: number): Comparison => ({
  value,
  low: AVERAGE * Math.exp(low),
  high: AVERAGE * Math.exp(high),
  same: AVERAGE,
  p
});
