import type {Comparison} from "./comparison.ts";
import {holm} from "./holm.ts";
import {overallVerdict} from "./overallVerdict.ts";
import {verdict} from "./verdict.ts";
import type {Verdict} from "./verdict.ts";

/** Verdict on a measure over a segmentation, and on each of its segments in the order given. */
export interface SegmentationVerdict {
  readonly verdict: Verdict;
  readonly segments: readonly Verdict[];
  /** p of each segment, adjusted over the family. NaN where no comparison could be made. */
  readonly adjusted: readonly number[];
}

/**
 * A measure over a segmentation: a difference if any segment differs from everyone, no difference if every segment
 * shows none (but for few rows, `overallVerdict`), else can't tell. The family of Holm's correction is all comparisons
 * given: the segments of one segmentation for one measure (with the measure's codes, where it is a mix of departments
 * or hours). What could not be compared, such as a hidden segment, is "can't tell" itself and has no say in the whole,
 * as it is not published; with nothing to compare the whole is "can't tell".
 *
 * @param smallest smallest difference that matters, in the unit of the values; one per comparison where they differ
 * @param weights what is counted in each segment; absent: every segment has to show none
 */
export function segmentationVerdict(
  comparisons: readonly Comparison[],
  smallest: number | readonly number[],
  weights?: readonly number[]
): SegmentationVerdict {
  const adjusted = holm(comparisons.map(({p}) => p));
  const segments = comparisons.map((comparison, at) =>
    verdict(comparison, adjusted[at]!, typeof smallest === "number" ? smallest : smallest[at]!)
  );
  const compared = [...comparisons.keys()].filter((at) => !Number.isNaN(comparisons[at]!.p));
  const whole = overallVerdict(
    compared.map((at) => segments[at]!),
    weights && compared.map((at) => weights[at]!)
  );
  return {verdict: whole, segments, adjusted};
}
