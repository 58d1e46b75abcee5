import type {Interval} from "./interval.ts";
import {LEVEL, NO_INTERVAL} from "./interval.ts";
import {normalQuantile} from "./normalDistribution.ts";

/**
 * Interval of a share of customers, 0 to 1: the score interval of Wilson (1927, JASA 22, 209–212), without continuity
 * correction. For things that are counted at most once per customer, such as penetration; shares of orders or lines
 * take `ratioInterval`. It stays within 0 and 1, and is sound for shares of 0 and 1 too.
 */
export function wilson(count: number, of: number, level = LEVEL): Interval {
  if (!(of > 0) || !(count >= 0)) return NO_INTERVAL;
  const z = normalQuantile((1 + level) / 2);
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return {
    value: share,
    low: count === 0 ? 0 : middle - reach, // exactly, where rounding would leave a trace
    high: count === of ? 1 : middle + reach
  };
}
