import type {Comparison} from "./comparison.ts";
import {noComparison} from "./comparison.ts";
import {LEVEL} from "./interval.ts";
import type {Moments} from "./moments.ts";
import {ratioVariance} from "./ratioVariance.ts";
import {studentComparison} from "./studentComparison.ts";

/**
 * How many times the ratio of another group the ratio of one group is, without a common customer: "three times as
 * many". On the logarithmic scale by the delta method, var ln R = var R ÷ R², with the degrees of freedom of Welch (1947).
 * No interval where a ratio is 0.
 */
export function timesBetween(one: Moments, other: Moments, level = LEVEL): Comparison {
  const [own, theirs] = [one.n / one.d, other.n / other.d];
  const times = own / theirs;
  if (!(times > 0 && Number.isFinite(times))) return noComparison(1, times);
  const [a, b] = [ratioVariance(one) / own ** 2, ratioVariance(other) / theirs ** 2];
  const freedom = (a + b) ** 2 / (a ** 2 / (one.customers - 1) + b ** 2 / (other.customers - 1));
  const {low, high, p} = studentComparison(
    Math.log(times),
    a + b,
    a + b === 0 ? one.customers + other.customers - 2 : freedom,
    level
  );
  return {value: times, low: Math.exp(low), high: Math.exp(high), same: 1, p};
}
