import {describe, expect, it} from "vitest";
import {
  audienceForMean,
  customerSpread,
  detectableDifference
} from "../../data-loaders/statistics/meanTest.ts";
import {momentsOf} from "../../data-loaders/statistics/moments.ts";
import {audienceForRate, detectableRise} from "../../data-loaders/statistics/rateTest.ts";
import {arms, designEffect} from "../../data-loaders/statistics/testDesign.ts";
import {meanTestPlan, rateTestPlan} from "../../data-loaders/statistics/testPlan.ts";
import {SLEEP} from "./handMade.ts";

const HALF = {holdOut: 0.5};

describe("a test of a rate", () => {
  it("needs what R's power.prop.test says, 76.7 customers each (p1 = .50, p2 = .75, power = .90)", () => {
    expect(audienceForRate(0.5, 0.75, {...HALF, power: 0.9}) / 2).toBeCloseTo(76.7069301141077, 3);
    expect(audienceForRate(0.1, 0.12, HALF) / 2).toBeCloseTo(3840.84748243445, 2);
  });

  it("detects what R's power.prop.test says, 0.803 from 0.5 with 50 customers each and power .90", () => {
    expect(0.5 + detectableRise(0.5, {...HALF, audience: 100, power: 0.9})).toBeCloseTo(0.802614090728942, 4);
  });

  it.each([0.1, 0.2, 0.5])(
    "detects with the customers it needs just what it needs them for, held out %f",
    (holdOut) => {
      const audience = Math.round(audienceForRate(0.08, 0.1, {holdOut}) / 10) * 10;
      expect(detectableRise(0.08, {audience, holdOut})).toBeCloseTo(0.02, 4);
    }
  );

  it("sees nothing where even everyone would not be seen", () => {
    expect(detectableRise(0.9, {audience: 12, holdOut: 0.5})).toBeNaN();
  });
});

describe("a test of a mean", () => {
  it("needs a customer fewer than R's power.t.test, 22.02 (delta = 1, power = .90) and 1570.74 (delta = .1)", () => {
    expect(audienceForMean(1, 1, {...HALF, power: 0.9}) / 2).toBeCloseTo(22.0211 - 1.0067, 3);
    expect(audienceForMean(0.1, 1, HALF) / 2).toBeCloseTo(1570.737 - 0.96, 1);
  });

  it("needs the 63 customers each of Chow et al. (2018, section 3.2.4): 5 points with a spread of 10", () => {
    expect(Math.ceil(audienceForMean(5, 10, HALF) / 2)).toBe(63);
  });

  it("detects with the customers it needs just what it needs them for", () => {
    const audience = Math.round(audienceForMean(2, 30, {holdOut: 0.2}) / 5) * 5;
    expect(detectableDifference(30, {audience, holdOut: 0.2})).toBeCloseTo(2, 2);
  });

  it("takes the spread between customers: of a mean their standard deviation, of a ratio that of what they add", () => {
    expect(customerSpread(SLEEP[0])).toBeCloseTo(1.7890097, 7); // sd(sleep$extra[1:10])
    expect(customerSpread(momentsOf([10, 20, 33], [1, 2, 3]))).toBeCloseTo(
      Math.hypot(10 - 10.5, 20 - 21, 33 - 31.5) / Math.SQRT2 / 2,
      12
    );
  });
});

describe("a test plan", () => {
  it("holds out whole customers", () => {
    expect(arms({audience: 1191, holdOut: 0.1})).toEqual({heldOut: 119, treated: 1072});
  });

  it("needs more customers where towns are drawn (Kish 1965)", () => {
    expect(designEffect(1, 0.3)).toBe(1);
    expect(designEffect(51, 0.02)).toBeCloseTo(2, 14);
    const effect = designEffect(51, 0.02);
    expect(audienceForMean(5, 10, {...HALF, effect})).toBeCloseTo(2 * audienceForMean(5, 10, HALF), 10);
    expect(detectableDifference(10, {...HALF, audience: 400, effect})).toBeCloseTo(
      detectableDifference(10, {...HALF, audience: 200}),
      12
    );
    expect(detectableRise(0.1, {...HALF, audience: 800, effect})).toBeCloseTo(
      detectableRise(0.1, {...HALF, audience: 400}),
      12
    );
  });

  it("says when an audience is too small to test", () => {
    const small = rateTestPlan(0.1, 0.02, {audience: 1000, ...HALF});
    expect(small).toMatchObject({heldOut: 500, treated: 500, needed: 7682, outcome: "too small to test"});
    expect(small.detectable).toBeGreaterThan(0.05);
    expect(rateTestPlan(0.1, 0.02, {audience: 8000, ...HALF}).outcome).toBe("can be tested");
    expect(rateTestPlan(0.99, 0.02, {audience: 8000, ...HALF})).toMatchObject({
      needed: Number.NaN,
      outcome: "too small to test"
    });
    expect(meanTestPlan(10, 5, {audience: 126, ...HALF})).toMatchObject({
      needed: 126,
      outcome: "can be tested"
    });
    expect(meanTestPlan(10, 5, {audience: 100, ...HALF}).outcome).toBe("too small to test");
    expect(meanTestPlan(Number.NaN, 5, {audience: 100, ...HALF}).outcome).toBe("too small to test");
  });
});
