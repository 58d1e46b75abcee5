import {describe, expect, it} from "vitest";
import {indexInterval} from "../../data-loaders/statistics/indexInterval.ts";
import {liftInterval} from "../../data-loaders/statistics/liftInterval.ts";
import {momentsOfCount} from "../../data-loaders/statistics/moments.ts";
import {normalQuantile} from "../../data-loaders/statistics/normalDistribution.ts";
import {penetrationRatio} from "../../data-loaders/statistics/penetrationRatio.ts";
import {shareDifference, shareFromEveryone} from "../../data-loaders/statistics/shareDifference.ts";
import {studentReach} from "../../data-loaders/statistics/studentDistribution.ts";
import {printed} from "./handMade.ts";

const of = (count: number, all: number) => ({count, of: all});

describe("shareDifference", () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 10, 0.6075, 1]
  ])(
    "%i of %i minus %i of %i is Newcombe's (1998, Statistics in Medicine 17, 873–890, table II, method 10)",
    (a, m, b, n, low, high) => {
      const is = shareDifference(of(a, m), of(b, n));
      expect([printed(is.low, 4), printed(is.high, 4)]).toEqual([low, high]);
    }
  );

  it("has the p of SciPy's chi2_contingency(correction=False)", () => {
    expect(shareDifference(of(56, 70), of(48, 80)).p).toBeCloseTo(0.008045081368196585, 13);
    expect(shareDifference(of(0, 10), of(0, 20)).p).toBe(1);
  });
});

describe("shareFromEveryone", () => {
  it("is the difference from the rest, as far as the rest moves everyone", () => {
    const is = shareFromEveryone(of(56, 70), of(104, 150));
    expect(is.value).toBeCloseTo(56 / 70 - 104 / 150, 14);
    expect(is.low).toBeCloseTo((80 / 150) * 0.05243147240236498, 13);
    expect(is.high).toBeCloseTo((80 / 150) * 0.33387265403690614, 13);
  });

  it("stays open where nobody of a small segment bought", () => {
    const {low, high} = shareFromEveryone(of(0, 12), of(400, 10_000));
    expect(low).toBeLessThan(-0.04);
    expect(high).toBeGreaterThan(0.15);
  });

  it("is nothing for everyone", () => {
    expect(shareFromEveryone(of(3, 9), of(3, 9))).toEqual({value: 0, low: 0, high: 0, same: 0, p: 1});
    expect(shareFromEveryone(of(Number.NaN, 9), of(3, 90)).p).toBeNaN();
  });
});

describe("penetrationRatio", () => {
  it("is SciPy's relative_risk(27, 122, 44, 487), the example of its documentation", () => {
    const {value, low, high, same} = penetrationRatio(of(27, 122), of(44, 487));
    expect(value).toBeCloseTo(2.4495156482861398, 13);
    expect(low).toBeCloseTo(1.5836990926700116, 13);
    expect(high).toBeCloseTo(3.7886786315466354, 13);
    expect(same).toBe(1);
  });

  it("has no interval where nobody bought", () => {
    expect(penetrationRatio(of(0, 12), of(4, 40))).toMatchObject({value: 0, low: Number.NaN, p: Number.NaN});
    expect(penetrationRatio(of(3, 12), of(0, 40)).p).toBeNaN();
  });
});

describe("liftInterval", () => {
  const counts = {both: 60, first: 200, second: 900, all: 5000};

  it("is the index of a penetration against everyone, told as a ratio", () => {
    const lift = liftInterval(counts);
    const index = indexInterval(momentsOfCount(60, 200), momentsOfCount(900, 5000));
    expect(lift.value).toBeCloseTo(60 / 200 / (900 / 5000), 14);
    expect(100 * lift.value).toBeCloseTo(index.value, 11);
    // the index uses Student's t with 199 degrees of freedom, and scales by 200 ÷ 199 customers
    const wider = (studentReach(0.95, 199) / normalQuantile(0.975)) * Math.sqrt(200 / 199);
    expect(wider * Math.log(lift.high / lift.low)).toBeCloseTo(Math.log(index.high / index.low), 12);
  });

  it("is the same whichever of the two comes first", () => {
    const turned = liftInterval({...counts, first: counts.second, second: counts.first});
    expect(turned.low).toBeCloseTo(liftInterval(counts).low, 13);
  });

  it("says nothing below the floor of support, however large the lift", () => {
    const rare = {both: 4, first: 4, second: 5, all: 5000};
    expect(liftInterval(rare)).toEqual({
      value: 1000,
      low: Number.NaN,
      high: Number.NaN,
      same: 1,
      p: Number.NaN
    });
    expect(liftInterval(rare, 4).low).toBeGreaterThan(1);
  });
});
