import {describe, expect, it} from "vitest";
import {cliffsDelta} from "../../data-loaders/statistics/cliffsDelta.ts";
import {correctedV, cramersV, independence} from "../../data-loaders/statistics/cramersV.ts";
import {hedgesG} from "../../data-loaders/statistics/hedgesG.ts";
import type {Moments} from "../../data-loaders/statistics/moments.ts";
import {rankBiserial, rankEpsilonSquared} from "../../data-loaders/statistics/rankEffects.ts";
import {varianceExplained} from "../../data-loaders/statistics/varianceExplained.ts";
import {seeded} from "../seeded.ts";
import {printed} from "./handMade.ts";

/** Group of a size, sum and sum of squares, each member counted once. */
const group = (customers: number, n: number, nn: number): Moments => ({
  customers,
  n,
  d: customers,
  nn,
  nd: n,
  dd: customers
});

/** How many have each of the values 0, 1, 2 … */
function histogram(values: readonly number[], longest: number): number[] {
  const counts = new Array<number>(longest + 1).fill(0);
  for (const value of values) counts[value]!++;
  return counts;
}

describe("cramersV", () => {
  /** Snee (1974, The American Statistician 28, 9–12), hair by eye of 592 students; R's HairEyeColor. */
  const hairByEye = [
    [68, 20, 15, 5],
    [119, 84, 54, 29],
    [26, 17, 14, 14],
    [7, 94, 10, 16]
  ];

  it("rests on the published chi-squared of Snee's hair and eye colours, 138.29", () => {
    expect(printed(independence(hairByEye).chiSquared, 2)).toBe(138.29);
    expect(independence(hairByEye)).toMatchObject({customers: 592, rows: 4, columns: 4});
  });

  it("is lower than the plain 0.2790 by what chance adds: 0.2705, computed in R by Bergsma's formula", () => {
    expect(cramersV(hairByEye)).toBeCloseTo(0.270483152912316, 13);
  });

  it("is 1 where one classification follows from the other, 0 where they are unrelated", () => {
    expect(
      cramersV([
        [30, 0],
        [0, 50],
        [0, 20]
      ])
    ).toBeCloseTo(1, 1.5);
    expect(
      cramersV([
        [300, 0],
        [0, 500]
      ])
    ).toBeCloseTo(1, 2);
    expect(
      cramersV([
        [10, 20],
        [30, 60]
      ])
    ).toBe(0);
  });

  it("does not count segments without customers", () => {
    const holes = [...hairByEye.map((row) => [...row, 0]), [0, 0, 0, 0, 0]];
    expect(cramersV(holes)).toBeCloseTo(cramersV(hairByEye), 14);
    expect(cramersV([[4, 5]])).toBeNaN();
    expect(cramersV([])).toBeNaN();
  });

  it("does not see more in many unrelated segments than in few, as the plain one does", () => {
    const {below} = seeded(4);
    const tables = Array.from({length: 40}, () => {
      const table = Array.from({length: 10}, () => new Array<number>(10).fill(0));
      for (let customer = 0; customer < 400; customer++) table[below(10)]![below(10)]!++;
      return table;
    });
    const mean = (of: (table: number[][]) => number) =>
      tables.map(of).reduce((sum, each) => sum + each, 0) / tables.length;
    expect(mean((table) => Math.sqrt(independence(table).chiSquared / 400 / 9))).toBeGreaterThan(0.14);
    expect(mean(cramersV)).toBeLessThan(0.05);
  });
});

describe("varianceExplained", () => {
  /** Beall (1942, Biometrika 29, 243–262), insects by spray; R's InsectSprays, summary(aov(count ~ spray)). */
  const sprays = [
    group(12, 174, 2768),
    group(12, 184, 3022),
    group(12, 25, 95),
    group(12, 59, 359),
    group(12, 42, 180),
    group(12, 200, 3758)
  ];

  it("divides the sums of squares of R's analysis of variance: 2668.83 between, 1015.17 within", () => {
    const {etaSquared, epsilonSquared} = varianceExplained(sprays);
    expect(etaSquared).toBeCloseTo(2668.83333333333 / 3684, 13);
    expect(epsilonSquared).toBeCloseTo((2668.83333333333 - 5 * (1015.16666666667 / 66)) / 3684, 13);
  });

  it("is all where segments do not vary inside, nothing where they have the same mean", () => {
    expect(varianceExplained([group(3, 3, 3), group(2, 4, 8)])).toEqual({etaSquared: 1, epsilonSquared: 1});
    expect(varianceExplained([group(2, 4, 10), group(2, 4, 8)])).toEqual({etaSquared: 0, epsilonSquared: 0});
    expect(varianceExplained([group(2, 4, 8), group(3, 6, 12)]).etaSquared).toBeNaN();
  });

  it("does not count a segment without customers", () => {
    expect(varianceExplained([...sprays, group(0, 0, 0)])).toEqual(varianceExplained(sprays));
  });
});

describe("cliffsDelta", () => {
  const treatment = [1, 1, 2, 2, 2, 3, 3, 3, 4, 5];
  const control = [1, 2, 3, 4, 4, 5];

  it("is the example of R's effsize::cliff.delta, −0.25 from −0.7265846 to 0.3890062", () => {
    const {value, low, high} = cliffsDelta(histogram(treatment, 5), histogram(control, 5));
    expect(value).toBeCloseTo(-0.25, 14);
    expect([printed(low, 7), printed(high, 7)]).toEqual([-0.7265846, 0.3890062]);
  });

  it("counts pairs one by one, and turns its sign with the groups", () => {
    const {below} = seeded(11);
    for (let trial = 0; trial < 20; trial++) {
      const one = Array.from({length: 30}, () => below(12));
      const other = Array.from({length: 20}, () => below(9));
      const signs = one.flatMap((a) => other.map((b) => Math.sign(a - b)));
      const is = cliffsDelta(histogram(one, 12), histogram(other, 12));
      const turned = cliffsDelta(histogram(other, 12), histogram(one, 12));
      expect(is.value).toBeCloseTo(signs.reduce((sum, each) => sum + each, 0) / signs.length, 12);
      expect(turned.low).toBeCloseTo(-is.high, 12);
      expect(turned.value).toBeCloseTo(-is.value, 12);
    }
  });

  it("reaches its ends and no further", () => {
    expect(cliffsDelta([0, 0, 9], [9, 0, 0])).toMatchObject({value: 1, high: 1});
    expect(cliffsDelta([3], [4])).toMatchObject({value: 0});
    expect(cliffsDelta([0, 1], [2, 2]).low).toBeNaN();
  });
});

describe("hedgesG", () => {
  it("is the example of Borenstein et al. (2009, pages 26 to 28): g 0.5924 with variance 0.0411", () => {
    const of = (customers: number, mean: number, deviation: number) =>
      group(customers, customers * mean, (customers - 1) * deviation ** 2 + customers * mean ** 2);
    const {value, low, high} = hedgesG(of(50, 103, 5.5), of(50, 100, 4.5));
    expect(printed(value, 4)).toBe(0.5924);
    expect(printed(((high - low) / 2 / 1.959963984540054) ** 2, 4)).toBe(0.0411);
  });

  it("is none where nothing varies", () => {
    expect(hedgesG(group(2, 2, 2), group(2, 4, 8)).value).toBeNaN();
    expect(hedgesG(group(1, 2, 4), group(2, 4, 10)).value).toBeNaN();
  });
});

describe("effects of ranks", () => {
  it("turn the W of R's wilcox.test(len ~ supp, ToothGrowth), 575.5 of 900 pairs, into −1 to 1", () => {
    const is = rankBiserial({customers: 30, ranks: 1040.5}, {customers: 30, ranks: 789.5});
    expect(is).toBeCloseTo((2 * 575.5) / 900 - 1, 13);
  });

  it("are those of Cliff's delta", () => {
    // 0, 1, 1, 2 against 1, 3: ranks 1, 3, 3, 5 and 3, 6
    const is = rankBiserial({customers: 4, ranks: 12}, {customers: 2, ranks: 9});
    expect(is).toBeCloseTo(cliffsDelta([1, 2, 1, 0], [0, 1, 0, 1]).value, 13);
  });

  it("rest on the published test of ozone by month, kruskal.test(Ozone ~ Month, airquality): 29.267", () => {
    const months = [
      [26, 954],
      [9, 438.5],
      [26, 2025.5],
      [26, 1956],
      [29, 1412],
      [0, 0]
    ].map(([customers, ranks]) => ({customers: customers!, ranks: ranks!}));
    expect(printed(115 * rankEpsilonSquared(months, 798), 3)).toBe(29.267);
    expect(rankEpsilonSquared(months.slice(0, 1), 0)).toBeNaN();
  });
});

describe("correctedV", () => {
  it("needs no cells where chi-squared is known", () => {
    expect(correctedV(138.289841626008 / 592, {customers: 592, rows: 4, columns: 4})).toBeCloseTo(
      0.270483152912316,
      13
    );
  });
});
