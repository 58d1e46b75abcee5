import {expect, test} from "vitest";
import {midRanks} from "../../data-loaders/analyses/midRanks.ts";
import {seeded} from "../seeded.ts";

const ODD = [
  0,
  -0,
  1,
  -1,
  0.1,
  -0.1,
  1e-320,
  -1e-320,
  1e300,
  -1e300,
  Infinity,
  -Infinity,
  Number.NaN,
  2 ** 53
];

/** By the definition: how many are less, and how many are equal. */
function byDefinition(values: Float64Array): number[] {
  return [...values].map((value) => {
    if (Number.isNaN(value)) return Number.NaN;
    const less = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return less + (equal + 1) / 2;
  });
}

test("ranks are what the definition says, of negative, tiny, huge and equal values", () => {
  const {next: random} = seeded(1);
  for (let round = 0; round < 60; round++) {
    const values = Float64Array.from({length: Math.floor(random() * 80)}, () => {
      const kind = random();
      if (kind < 0.3) return ODD[Math.floor(random() * ODD.length)]!;
      return kind < 0.6 ? Math.floor(random() * 6) - 3 : (random() - 0.5) * 10 ** Math.floor(random() * 12);
    });
    const {ranks, ties} = midRanks(values);
    expect([...ranks]).toEqual(byDefinition(values));
    const equals = new Map<number, number>();
    for (const value of values)
      if (!Number.isNaN(value)) equals.set(value + 0, (equals.get(value + 0) ?? 0) + 1);
    expect(ties).toBe([...equals.values()].reduce((sum, count) => sum + count ** 3 - count, 0));
  }
});
