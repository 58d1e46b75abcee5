import {describe, expect, it} from "vitest";
import {bootstrapInterval} from "../../data-loaders/statistics/bootstrapInterval.ts";
import {momentsOf} from "../../data-loaders/statistics/moments.ts";
import {Random} from "../../data-loaders/statistics/random.ts";
import {ratioInterval} from "../../data-loaders/statistics/ratioInterval.ts";

const random = new Random(5, "values");
const values = Array.from({length: 400}, () => -Math.log(1 - random.fraction()));

const mean = (drawn: Uint32Array): number =>
  drawn.reduce((sum, customer) => sum + values[customer]!, 0) / drawn.length;

function median(drawn: Uint32Array, of: readonly number[] = values): number {
  const sorted = Float64Array.from(drawn, (customer) => of[customer]!).sort();
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

describe("bootstrapInterval", () => {
  it("is the same for the same seed, and another for another", () => {
    const one = bootstrapInterval(400, mean, {seed: 1});
    expect(bootstrapInterval(400, mean, {seed: 1})).toEqual(one);
    expect(bootstrapInterval(400, mean, {seed: 2})).not.toEqual(one);
  });

  it("of a mean is nearly the one that has a formula", () => {
    const bootstrap = bootstrapInterval(400, mean, {seed: 1});
    const student = ratioInterval(momentsOf(values));
    expect(bootstrap.value).toBeCloseTo(student.value, 12);
    expect(Math.abs(bootstrap.low - student.low)).toBeLessThan(0.02);
    expect(Math.abs(bootstrap.high - student.high)).toBeLessThan(0.02);
  });

  it("holds the true median, ln 2, in about 95 of 100 samples", () => {
    const draws = new Random(8, "samples");
    const covered = Array.from({length: 200}, (_, seed) => {
      const sample = Array.from({length: 60}, () => -Math.log(1 - draws.fraction()));
      const {low, high} = bootstrapInterval(60, (drawn) => median(drawn, sample), {seed, draws: 199});
      return low <= Math.LN2 && Math.LN2 <= high;
    }).filter(Boolean).length;
    expect(covered).toBeGreaterThanOrEqual(182);
    expect(covered).toBeLessThanOrEqual(198);
  });

  it("says nothing of one customer, nor of a statistic that some draws do not have", () => {
    expect(bootstrapInterval(1, () => 7, {seed: 1})).toEqual({value: 7, low: Number.NaN, high: Number.NaN});
    const fragile = (drawn: Uint32Array) => (drawn.includes(0) ? 1 : Number.NaN);
    expect(bootstrapInterval(5, fragile, {seed: 1}).low).toBeNaN();
  });
});
