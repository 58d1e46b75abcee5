import type {Interval} from "./interval.ts";
import {LEVEL, NO_INTERVAL} from "./interval.ts";
import {Random} from "./random.ts";

/** Values that are drawn anew; an odd thousand, so that the ends of the interval are values themselves. */
const DRAWS = 1999;

export interface BootstrapOptions {
  /** Whole, 0 to 2^32 − 1: the same seed gives the same interval on every machine. */
  readonly seed: number;
  readonly draws?: number;
  readonly level?: number;
}

/**
 * Interval of a statistic that has no formula, such as the median gap between orders: the percentile bootstrap (Efron
 * and Tibshirani, An Introduction to the Bootstrap 1993, chapter 13), ends at ranks (draws + 1)·α as Davison and Hinkley
 * (1997, section 5.3) take them. Whole customers are drawn, with all their orders and items.
 *
 * @param customers how many there are, numbered from 0
 * @param statistic of a group of customers, in which one may stand several times; the list is used again for the next
 */
export function bootstrapInterval(
  customers: number,
  statistic: (drawn: Uint32Array) => number,
  {seed, draws = DRAWS, level = LEVEL}: BootstrapOptions
): Interval {
  const drawn = Uint32Array.from({length: customers}, (_, customer) => customer);
  const value = statistic(drawn);
  if (customers < 2 || !Number.isFinite(value)) return {...NO_INTERVAL, value};
  const random = new Random(seed, "bootstrap");
  const values = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < customers; at++) drawn[at] = random.below(customers);
    values[draw] = statistic(drawn);
  }
  if (values.some(Number.isNaN)) return {...NO_INTERVAL, value};
  values.sort();
  const rank = Math.max(1, Math.floor(((draws + 1) * (1 - level)) / 2));
  return {value, low: values[rank - 1]!, high: values[draws - rank]!};
}
