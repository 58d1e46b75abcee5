import type {FrozenCut} from "../config/frozenText.ts";
import {locatedProblem} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import type {Problem} from "../config/problem.ts";
import {withEnds} from "../config/quantileBins.ts";
import type {Segmentation} from "../config/segments.ts";
import {isCut, quantileEnds} from "./quantileEnds.ts";
import {shortEnds} from "./shortEnds.ts";
import {rowName} from "./rowsWords.ts";
import type {Subject} from "../facts/subject.ts";

type Bins = Extract<Segmentation, {kind: "bins"}>;

/** Bins with ends, and the cut points if they were computed now. */
export interface CutBins {
  readonly segmentation: Segmentation;
  readonly cut?: FrozenCut;
}

/** Gives quantiles without ends the cut points of this data. */
export function cutQuantiles(
  segmentation: Segmentation,
  find: (name: string) => Subject,
  where: Where
): CutBins | {readonly problem: Problem} {
  if (segmentation.kind !== "bins" || !segmentation.quantiles || segmentation.quantiles.frozen)
    return {segmentation};
  const {name, by, bins, quantiles} = segmentation;
  const subject = find(by);
  const values = subject.kind === "numbers" ? subject.values : [];
  const exact = quantileEnds(values, quantiles.count);
  if (!isCut(exact, values)) {
    const path = ["segmentations", name, "bins", "quantiles"];
    return {problem: locatedProblem(where, "segments.yaml", path, tooFewValues(segmentation, exact))};
  }
  const ends = shortEnds(exact, values);
  return {
    segmentation: {...segmentation, bins: withEnds(bins, ends)},
    ...(quantiles.freeze && {cut: {name, by, count: quantiles.count, ends}})
  };
}

function tooFewValues({by, grain, quantiles}: Bins, ends: readonly number[]): string {
  if (ends.length === 0) return `no ${rowName(grain).slice(0, -1)} has a value of ${by}`;
  return `${by} has too few different values for ${quantiles!.count} quantiles: they would end at ${ends.join(", ")}, with segments that nobody is in; take fewer quantiles, or write the ends yourself`;
}
