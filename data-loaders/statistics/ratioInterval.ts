import type {Interval} from "./interval.ts";
import {LEVEL, NO_INTERVAL} from "./interval.ts";
import type {Moments} from "./moments.ts";
import {ratioVariance} from "./ratioVariance.ts";
import {studentReach} from "./studentDistribution.ts";

/**
 * Interval of a ratio Σn ÷ Σd, in its unit, with customers as clusters: orders and lines of one customer are not
 * independent, customers are. Student's t with customers − 1 degrees of freedom (Särndal, Swensson and Wretman, Model
 * Assisted Survey Sampling 1992, section 5.6). With d = 1 for everyone it is Student's interval of a mean, exactly.
 */
export function ratioInterval(moments: Moments, level = LEVEL): Interval {
  const value = moments.n / moments.d;
  const error = Math.sqrt(ratioVariance(moments));
  if (!Number.isFinite(value) || !Number.isFinite(error)) return {...NO_INTERVAL, value};
  const reach = studentReach(level, moments.customers - 1) * error;
  return {value, low: value - reach, high: value + reach};
}
