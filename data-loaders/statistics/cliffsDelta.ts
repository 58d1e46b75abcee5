import type {Interval} from "./interval.ts";
import {LEVEL, NO_INTERVAL} from "./interval.ts";
import {studentReach} from "./studentDistribution.ts";

/**
 * How often a customer of the one group has more than one of the other, minus how often less: −1 to 1, 0 where neither
 * tends to have more. Cliff's delta (1993, Psychological Bulletin 114, 494–509), which is the rank-biserial correlation
 * of the Mann–Whitney test. For numbers with long tails, where a mean says little. The interval is the asymmetric one
 * of Feng and Cliff (2004, Journal of Modern Applied Statistical Methods 3, 322–332) with its consistent variance.
 *
 * @param one customers by value, from the least value to the largest
 * @param other the same of the other group, over the same values
 */
export function cliffsDelta(one: ArrayLike<number>, other: ArrayLike<number>, level = LEVEL): Interval {
  const [a, b] = [dominance(one, other), dominance(other, one)];
  if (!(a.customers > 1) || !(b.customers > 1)) return {...NO_INTERVAL, value: a.mean};
  const delta = a.mean;
  const pairs = a.customers * b.customers;
  const spread = pairs * (a.unequal - delta * delta);
  const variance = Math.max(
    (1 - delta * delta) / (pairs - 1), // Cliff's floor, where the estimate would be too small or below 0
    (b.customers ** 2 * a.squares + a.customers ** 2 * b.squares - spread) /
      (pairs * (a.customers - 1) * (b.customers - 1))
  );
  const reach = studentReach(level, a.customers + b.customers - 2);
  const bend = 1 - delta * delta + reach * reach * variance;
  if (bend === 0) return {value: delta, low: delta, high: delta};
  const middle = delta - delta ** 3;
  const width = reach * Math.sqrt(variance) * Math.sqrt((1 - delta * delta) ** 2 + reach * reach * variance);
  return {
    value: delta,
    low: Math.max(-1, (middle - width) / bend),
    high: Math.min(1, (middle + width) / bend)
  };
}

interface Dominance {
  readonly customers: number;
  readonly mean: number;
  /** Sum over customers of the squared distance of their own dominance from the mean. */
  readonly squares: number;
  /** Share of pairs that are not tied. */
  readonly unequal: number;
}

/** How each customer of a group stands among those of the other. */
function dominance(group: ArrayLike<number>, other: ArrayLike<number>): Dominance {
  const all = total(other);
  const customers = total(group);
  const standing = new Float64Array(group.length);
  let less = 0;
  let sum = 0;
  let unequal = 0;
  for (let value = 0; value < group.length; value++) {
    const more = all - less - other[value]!;
    standing[value] = (less - more) / all;
    sum += group[value]! * standing[value]!;
    unequal += (group[value]! * (less + more)) / all;
    less += other[value]!;
  }
  const mean = sum / customers;
  const squares = standing.reduce((kept, each, value) => kept + group[value]! * (each - mean) ** 2, 0);
  return {customers, mean, squares, unequal: unequal / customers};
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let value = 0; value < counts.length; value++) sum += counts[value]!;
  return sum;
}
