import type {Comparison} from "./comparison.ts";
import {noComparison} from "./comparison.ts";
import {LEVEL} from "./interval.ts";
import {normalProbability} from "./normalDistribution.ts";
import {wilson} from "./wilson.ts";

/** Customers who bought, among all of a group. */
export interface Count {
  readonly count: number;
  readonly of: number;
}

/**
 * Share of customers of one group minus that of another without a common customer, such as two penetrations. The
 * interval is Newcombe's (1998, Statistics in Medicine 17, 873–890, method 10), made of two Wilson intervals and sound
 * for shares of 0 and 1; p is that of the chi-squared test without continuity correction.
 */
export function shareDifference(one: Count, other: Count, level = LEVEL): Comparison {
  const [a, b] = [wilson(one.count, one.of, level), wilson(other.count, other.of, level)];
  const value = a.value - b.value;
  if (Number.isNaN(value)) return noComparison(0);
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
    same: 0,
    p: pooledP(value, one, other)
  };
}

/**
 * Share of customers of a segment minus that of everyone, the segment included: the difference from the rest, times the
 * rest's part of everyone. 0 where the segment is everyone.
 */
export function shareFromEveryone(segment: Count, everyone: Count, level = LEVEL): Comparison {
  const rest = {count: everyone.count - segment.count, of: everyone.of - segment.of};
  if (rest.of === 0) return {value: 0, low: 0, high: 0, same: 0, p: 1};
  const part = rest.of / everyone.of;
  const {value, low, high, p} = shareDifference(segment, rest, level);
  return {value: part * value, low: part * low, high: part * high, same: 0, p};
}

function pooledP(value: number, one: Count, other: Count): number {
  const share = (one.count + other.count) / (one.of + other.of);
  const error = Math.sqrt(share * (1 - share) * (1 / one.of + 1 / other.of));
  return error === 0 ? 1 : 2 * normalProbability(-Math.abs(value) / error);
}
