import {describe, expect, it} from "vitest";
import type {Comparison} from "../../data-loaders/statistics/comparison.ts";
import {noComparison} from "../../data-loaders/statistics/comparison.ts";
import {holm} from "../../data-loaders/statistics/holm.ts";
import {segmentationVerdict} from "../../data-loaders/statistics/segmentationVerdict.ts";
import {smallestDifference} from "../../data-loaders/statistics/smallestDifference.ts";
import {verdict} from "../../data-loaders/statistics/verdict.ts";
import {VERDICT_WORDS} from "../../data-loaders/statistics/verdictWords.ts";

const compared = (value: number, reach: number, p: number, same = 0): Comparison => ({
  value,
  low: value - reach,
  high: value + reach,
  same,
  p
});

describe("holm", () => {
  it("adjusts the example of R's p.adjust(c(0.01, 0.04, 0.03, 0.005), 'holm')", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("never exceeds 1, nor puts a larger p before a smaller", () => {
    expect(holm([0.9, 0.5, 0.2])).toEqual([1, 1, 0.6000000000000001]);
    expect(holm([0.03, 0.02, 0.01, 0.05, 0.04]).map((p) => Math.round(p * 100))).toEqual([9, 8, 5, 9, 9]);
  });

  it("leaves out what could not be compared", () => {
    expect(holm([0.01, Number.NaN, 0.02])).toEqual([0.02, Number.NaN, 0.02]);
    expect(holm([])).toEqual([]);
  });
});

describe("verdict", () => {
  it.each([
    ["a sure and large difference", compared(8, 2, 0.001), 0.003, "difference"],
    ["a sure difference below", compared(-8, 2, 0.001), 0.003, "difference"],
    ["as large as the smallest that matters", compared(5, 2, 0.001), 0.003, "difference"],
    ["sure, and too small to act on", compared(3, 1, 0.001), 0.003, "no difference"],
    ["nothing to be seen, and seen well", compared(0, 1, 0.9), 1, "no difference"],
    ["sure, small, and perhaps large enough", compared(4, 2, 0.001), 0.003, "can't tell"],
    ["large, and perhaps chance among many", compared(8, 7.9, 0.047), 0.19, "can't tell"],
    ["nothing to be seen, and seen badly", compared(0, 20, 0.9), 1, "can't tell"],
    ["hidden", noComparison(0), Number.NaN, "can't tell"]
  ] as const)("%s", (_, comparison, adjusted, wanted) => {
    expect(verdict(comparison, adjusted, 5)).toBe(wanted);
  });

  it("holds an index against 100", () => {
    expect(verdict(compared(130, 10, 0.001, 100), 0.001, 20)).toBe("difference");
    expect(verdict(compared(95, 10, 0.3, 100), 0.3, 20)).toBe("no difference");
    expect(verdict(compared(95, 16, 0.3, 100), 0.3, 20)).toBe("can't tell");
  });

  it("says nothing where no difference is known to matter", () => {
    expect(verdict(compared(8, 2, 0.001), 0.001, Number.NaN)).toBe("can't tell");
  });

  it("is printed in words", () => {
    expect(VERDICT_WORDS["no difference"]).toBe("no difference worth acting on");
  });
});

describe("segmentationVerdict", () => {
  const none = compared(0, 1, 0.9);
  const vague = compared(0, 20, 0.9);
  const large = compared(8, 2, 0.001);

  it.each([
    ["one differs", [none, vague, large], "difference"],
    ["all show none", [none, none], "no difference"],
    ["one is vague", [none, vague], "can't tell"],
    ["a hidden one has no say", [none, noComparison(0)], "no difference"],
    ["all are hidden", [noComparison(0)], "can't tell"],
    ["there is none", [], "can't tell"]
  ] as const)("%s", (_, comparisons, wanted) => {
    expect(segmentationVerdict(comparisons, 5).verdict).toBe(wanted);
  });

  it("is not kept from telling by segments with less than a twentieth of what is counted", () => {
    expect(segmentationVerdict([none, vague, none], 5, [60, 4, 36]).verdict).toBe("no difference");
    expect(segmentationVerdict([none, vague, none], 5, [60, 6, 34]).verdict).toBe("can't tell");
    expect(segmentationVerdict([none, large], 5, [99, 1]).verdict).toBe("difference");
    expect(segmentationVerdict([none, noComparison(0)], 5, [50, Number.NaN]).verdict).toBe("no difference");
    expect(segmentationVerdict([], 5, []).verdict).toBe("can't tell");
  });

  it("tells each segment, its p adjusted over all of them", () => {
    const family = [large, ...Array.from({length: 60}, () => none)];
    const {segments, adjusted} = segmentationVerdict(family, 5);
    expect(adjusted[0]).toBeCloseTo(0.061, 12);
    expect(segments[0]).toBe("can't tell");
    expect(segmentationVerdict(family.slice(0, 40), 5).segments[0]).toBe("difference");
    expect(segmentationVerdict([large, large], [5, 9]).segments).toEqual(["difference", "can't tell"]);
  });
});

describe("smallestDifference", () => {
  const relative = {kind: "relative", share: 0.05} as const;
  const points = {kind: "points", points: 2} as const;

  it("is a share of everyone's value, or points", () => {
    expect(smallestDifference({matters: relative, unit: "days"}, 11)).toBeCloseTo(0.55, 14);
    expect(smallestDifference({matters: relative, unit: "days"}, -11)).toBeCloseTo(0.55, 14);
    expect(smallestDifference({matters: points, unit: "share"}, 0.4)).toBe(0.02);
    expect(smallestDifference({matters: points, unit: "index"}, 100)).toBe(2);
    expect(smallestDifference({unit: "orders"}, 3_000_000)).toBeNaN();
  });
});
