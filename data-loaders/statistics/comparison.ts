import type {Interval} from "./interval.ts";

/** One group against another, or a segment against everyone. Grain: one comparison. */
export interface Comparison extends Interval {
  /** The value that says both are the same: 0 of a difference, 100 of an index, 1 of a ratio. */
  readonly same: number;
  /** Two-sided probability of a value at least so far from `same` if both were the same; not yet adjusted for others. */
  readonly p: number;
}

/** A comparison that cannot be made: a hidden group, a group of one customer, a division by zero. */
export const noComparison = (same: number, value = Number.NaN): Comparison => ({
  value,
  low: Number.NaN,
  high: Number.NaN,
  same,
  p: Number.NaN
});
