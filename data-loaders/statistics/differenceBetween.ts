import type {Comparison} from "./comparison.ts";
import {LEVEL} from "./interval.ts";
import type {Moments} from "./moments.ts";
import {ratioVariance} from "./ratioVariance.ts";
import {studentComparison} from "./studentComparison.ts";

/**
 * Ratio of one group minus that of another without a common customer. Variances are added, and the degrees of freedom
 * are those of Welch (1947, Biometrika 34, 28–35), so groups may differ in size and spread. With d = 1 for everyone it
 * is Welch's t test.
 */
export function differenceBetween(one: Moments, other: Moments, level = LEVEL): Comparison {
  const [a, b] = [ratioVariance(one), ratioVariance(other)];
  const freedom = (a + b) ** 2 / (a ** 2 / (one.customers - 1) + b ** 2 / (other.customers - 1));
  return studentComparison(
    one.n / one.d - other.n / other.d,
    a + b,
    a + b === 0 ? one.customers + other.customers - 2 : freedom,
    level
  );
}
