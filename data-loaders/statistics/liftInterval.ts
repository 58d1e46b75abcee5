import type {Comparison} from "./comparison.ts";
import {noComparison} from "./comparison.ts";
import {LEVEL} from "./interval.ts";
import {logComparison} from "./penetrationRatio.ts";

/** How many bought two things, counted among the same customers. */
export interface BoughtTogether {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  /** Everyone, buyers or not. */
  readonly all: number;
}

/** Customers who bought both below which a lift is chance, however large. */
export const SUPPORT_FLOOR = 30;

/**
 * Lift by customers: how many times likelier buyers of the first are to buy the second than everyone, buyers included.
 * lift = (both ÷ first) ÷ (second ÷ all), as in association rules (Brin, Motwani, Ullman and Tsur 1997). The interval is
 * that of Katz et al. (1978) on the logarithmic scale, with the variance for a group that is part of everyone (delta
 * method on the four counts): 1/both − 1/first − 1/second − 1/all + 2·lift/all. Count customers, not orders: orders of
 * one customer are not independent.
 *
 * @param floor fewest customers who bought both; below it nothing is compared
 */
export function liftInterval(counts: BoughtTogether, floor = SUPPORT_FLOOR, level = LEVEL): Comparison {
  const {both, first, second, all} = counts;
  const lift = both / first / (second / all);
  if (both < floor) return noComparison(1, lift);
  const variance = 1 / both - 1 / first - 1 / second - 1 / all + (2 * lift) / all;
  return logComparison(lift, Math.max(0, variance), level);
}
