import {describe, expect, it} from "vitest";
import {LIMITS} from "../../data-loaders/baskets/store.ts";
import {seeded} from "../seeded.ts";
import {described, factValues} from "./described.ts";
import {handMade} from "./handMade.ts";

const random = seeded(7);

/** Gaps of customers: few and many, all alike, missing ones between, and the largest that there may be. */
const gaps: readonly (readonly (number | undefined)[])[] = [
  [],
  [0],
  [0, 0, 0, 0],
  [LIMITS.gap, LIMITS.gap - 1],
  [LIMITS.gap, 0],
  ...Array.from({length: 200}, (_, most) =>
    Array.from({length: random.below(9) + (most % 50 === 0 ? 300 : 0)}, () =>
      random.chance(0.2) ? undefined : random.below(most % 3 === 0 ? LIMITS.gap + 1 : 1 + most)
    )
  )
];

const shop = handMade({
  products: {milk: {department: "dairy eggs"}},
  customers: gaps.map((each) => ({
    orders: [{}, ...each.map((gap) => (gap === undefined ? {} : {gap}))]
  }))
});

const TAKES: Readonly<Record<string, (sorted: readonly number[]) => number>> = {
  sum: (sorted) => (sorted.length === 0 ? Number.NaN : sum(sorted)),
  mean: (sorted) => sum(sorted) / sorted.length,
  min: (sorted) => sorted[0] ?? Number.NaN,
  max: (sorted) => sorted.at(-1) ?? Number.NaN,
  median: (sorted) =>
    (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe("a fact of all gaps of a customer", () => {
  it.each(Object.keys(TAKES))("takes the %s", (take) => {
    const of = "of: order.days_since_prior_order, unit: days, missing: allowed, says: a test";
    const segments = described({facts: `asked: { ${of}, take: ${take} }`});
    const expected = gaps.map((each) =>
      TAKES[take]!(each.filter((gap) => gap !== undefined).sort((a, b) => a - b))
    );
    expect([...factValues(segments, shop).get("asked")!]).toEqual(expected);
  });
});
