import {describe, expect, it} from "vitest";
import {incompleteBeta} from "../../data-loaders/statistics/incompleteBeta.ts";
import {logGamma} from "../../data-loaders/statistics/logGamma.ts";
import {normalProbability, normalQuantile} from "../../data-loaders/statistics/normalDistribution.ts";
import {
  studentProbability,
  studentReach,
  studentTwoSided
} from "../../data-loaders/statistics/studentDistribution.ts";

/** Farthest that two numbers are apart, as a share of the wanted one. */
const error = (is: number, wanted: number): number => Math.abs(is - wanted) / Math.abs(wanted);

describe("the normal distribution", () => {
  it.each([
    [-10, 7.61985302416047e-24],
    [-5, 2.866515718791933e-7],
    [-3.1, 0.0009676032132183563],
    [-3, 0.0013498980316300933],
    [-1.96, 0.024997895148220435],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [2.9, 0.998134186699616],
    [8, 0.9999999999999993]
  ])("stays below %f with the probability that SciPy 1.10 norm.cdf gives", (z, wanted) => {
    expect(error(normalProbability(z), wanted)).toBeLessThan(2e-12);
  });

  it.each([
    [1e-300, -37.0470962993612],
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [0.025, -1.9599639845400545],
    [0.2, -0.8416212335729142],
    [0.6, 0.2533471031357997],
    [0.975, 1.959963984540054],
    [0.999999, 4.753424308817087]
  ])("has the quantile of %f that SciPy 1.10 norm.ppf gives", (probability, wanted) => {
    expect(error(normalQuantile(probability), wanted)).toBeLessThan(1e-13);
  });

  it("has no quantiles beyond 0 and 1", () => {
    expect([0, 0.5, 1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity]);
    expect([-0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe("Student's t", () => {
  it.each([
    [1, 1, 0.5],
    [2.5, 2, 0.1296117202215108],
    [0.1, 3, 0.9266523488008058],
    [3, 9.5, 0.01409845916380106],
    [1.96, 30, 0.05934231289605053],
    [5, 100, 2.450173413503796e-6],
    [2, 1000, 0.04577034649325166],
    [40, 5, 1.841196217177295e-7],
    [1.96, 206208, 0.04999713500294271]
  ])("beyond ±%f with %f degrees of freedom is as likely as R's pt says", (t, freedom, wanted) => {
    expect(error(studentTwoSided(t, freedom), wanted)).toBeLessThan(1e-9);
    expect(studentProbability(t, freedom)).toBeCloseTo(1 - wanted / 2, 9);
    expect(studentProbability(-t, freedom)).toBeCloseTo(wanted / 2, 9);
  });

  it.each([
    [0.95, 1, Math.tan(0.475 * Math.PI)],
    [0.95, 1.3, 7.500529325562027],
    [0.9, 2, 2.919985580353724],
    [0.95, 3, 3.182446305283708],
    [0.99, 4, 4.604094871349992],
    [0.5, 5, 0.7266868438004229],
    [0.95, 9, 2.262157162798205],
    [0.95, 29, 2.045229642132703],
    [0.95, 100, 1.983971518523552],
    [0.95, 206208, 1.959975488870235],
    [0.999, 3, 12.92397863668796],
    [0.9999, 1, 6366.197671316637]
  ])("holds %f with %f degrees of freedom within the quantile of R's qt", (level, freedom, wanted) => {
    expect(error(studentReach(level, freedom), wanted)).toBeLessThan(1e-11);
  });

  it("agrees with the table in Student's successor, Fisher and Yates (1963), table III", () => {
    const table = [1, 5, 10, 20, 60, 120].map((freedom) => studentReach(0.95, freedom).toFixed(3));
    expect(table).toEqual(["12.706", "2.571", "2.228", "2.086", "2.000", "1.980"]);
  });

  it("does not jump where the expansion takes over", () => {
    expect(error(studentReach(0.95, 5000), studentReach(0.95, 5000.001))).toBeLessThan(1e-10);
  });
});

describe("what they are made of", () => {
  it("ln Γ is that of SciPy's gammaln", () => {
    const at = [0.01, 0.5, 1, 1.5, 3.7, 10, 100.25, 103104.5];
    const wanted = [4.599479878042022, 0.5723649429247, 0, -0.12078223763524526, 1.428072326665388];
    for (const [index, value] of [
      ...wanted,
      12.801827480081469,
      360.28455963776423,
      1087077.2693119233
    ].entries())
      expect(Math.abs(logGamma(at[index]!) - value)).toBeLessThan(1e-14 * Math.max(1, Math.abs(value)));
  });

  it.each([
    [0.1, 0.5, 0.5, 0.2048327646991335],
    [0.3, 2, 7, 0.7447016700000003],
    [0.999, 103104, 0.5, 8.76608650632187e-47],
    [0.5, 10, 10, 0.5],
    [0.01, 4, 0.5, 2.74538135142481e-9]
  ])("I(%f; %f, %f) is that of SciPy's betainc", (x, a, b, wanted) => {
    expect(error(incompleteBeta(x, a, b), wanted)).toBeLessThan(1e-9);
  });
});
