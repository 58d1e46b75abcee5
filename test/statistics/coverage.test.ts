import {describe, expect, it} from "vitest";
import type {Comparison} from "../../data-loaders/statistics/comparison.ts";
import {differenceBetween} from "../../data-loaders/statistics/differenceBetween.ts";
import {differenceFromEveryone} from "../../data-loaders/statistics/differenceFromEveryone.ts";
import {indexInterval} from "../../data-loaders/statistics/indexInterval.ts";
import type {Interval} from "../../data-loaders/statistics/interval.ts";
import type {Moments} from "../../data-loaders/statistics/moments.ts";
import {momentsOf, momentsOfRest} from "../../data-loaders/statistics/moments.ts";
import {Random} from "../../data-loaders/statistics/random.ts";
import {ratioInterval} from "../../data-loaders/statistics/ratioInterval.ts";
import {shareFromEveryone} from "../../data-loaders/statistics/shareDifference.ts";
import {wilson} from "../../data-loaders/statistics/wilson.ts";

const TRIALS = 1000;
/** 95 % of 1,000 trials, give or take three standard errors. */
const [FEWEST, MOST] = [929, 971];

/** Customers of a segment and of everyone. Grain: one trial. */
interface Shop {
  readonly segment: Moments;
  readonly everyone: Moments;
}

/**
 * Customers who are very unlike each other, as real ones are: 4 to 100 orders each, and baskets around a size of their
 * own. Customers of the segment (three in ten) have baskets `times` as large.
 */
function shop(random: Random, customers: number, times: number): Shop {
  const [own, all]: [number[][], number[][]] = [[], []];
  for (let customer = 0; customer < customers; customer++) {
    const inside = random.chance(0.3);
    const orders = Math.min(100, Math.round(4 - 12 * Math.log(1 - random.fraction())));
    const usual = (2 - 8 * Math.log(1 - random.fraction())) * (inside ? times : 1);
    let items = 0;
    for (let order = 0; order < orders; order++) items += Math.round(usual * (0.5 + random.fraction()));
    all.push([items, orders]);
    if (inside) own.push([items, orders]);
  }
  return {segment: momentsOfRows(own), everyone: momentsOfRows(all)};
}

const momentsOfRows = (rows: readonly number[][]): Moments =>
  momentsOf(
    rows.map(([n]) => n!),
    rows.map(([, d]) => d!)
  );

const isHeld = ({low, high}: Interval, truth: number): boolean => low <= truth && truth <= high;

/** Of so many trials, those in which the interval holds the truth. */
function covered(truth: number, seed: number, interval: (random: Random) => Interval): number {
  const random = new Random(seed, "trials");
  return Array.from({length: TRIALS}, () => isHeld(interval(random), truth)).filter(Boolean).length;
}

const BASKET = 10; // mean of 2 + 8 × an exponential value, which the orders of a customer do not depend on
const EVERYONE = BASKET * (0.7 + 0.3 * 1.2);

const COMPARED: readonly (readonly [string, number, (shop: Shop) => Interval])[] = [
  ["a ratio", BASKET * 1.2, ({segment}) => ratioInterval(segment)],
  [
    "a difference from everyone",
    BASKET * 1.2 - EVERYONE,
    ({segment, everyone}) => differenceFromEveryone(segment, everyone)
  ],
  [
    "a difference from the rest",
    BASKET * 0.2,
    ({segment, everyone}) => differenceBetween(segment, momentsOfRest(everyone, segment))
  ],
  ["an index", (100 * BASKET * 1.2) / EVERYONE, ({segment, everyone}) => indexInterval(segment, everyone)]
];

/** Trials whose interval holds the truth, by name. */
function coveredByName(customers: number, seed: number): Readonly<Record<string, number>> {
  const random = new Random(seed, "shops");
  const counts = new Map(COMPARED.map(([name]) => [name, 0]));
  for (let trial = 0; trial < TRIALS; trial++) {
    const drawn = shop(random, customers, 1.2);
    for (const [name, truth, interval] of COMPARED)
      counts.set(name, counts.get(name)! + Number(isHeld(interval(drawn), truth)));
  }
  return Object.fromEntries(counts);
}

describe("95 of 100 intervals hold the truth, where customers are unlike each other", () => {
  it("of a segment of three hundred customers", () => {
    for (const [name, count] of Object.entries(coveredByName(1000, 3))) {
      expect(count, name).toBeGreaterThanOrEqual(FEWEST);
      expect(count, name).toBeLessThanOrEqual(MOST);
    }
  });

  it("and some 92 of a segment of sixty, since a few large customers may be missing in it", () => {
    for (const [name, count] of Object.entries(coveredByName(200, 4)))
      expect(count, name).toBeGreaterThanOrEqual(900);
  });

  it("which intervals over orders, as if orders were customers, do not", () => {
    const count = covered(BASKET, 4, (random) => {
      const orders: number[] = [];
      for (let customer = 0; customer < 60; customer++) {
        const usual = 2 - 8 * Math.log(1 - random.fraction());
        for (let order = 0; order < 15; order++) orders.push(usual * (0.5 + random.fraction()));
      }
      return ratioInterval(momentsOf(orders));
    });
    expect(count).toBeLessThan(500);
  });

  it("a share of customers, few and rare ones too", () => {
    const bought = (random: Random, customers: number, rate: number): number => {
      let count = 0;
      for (let customer = 0; customer < customers; customer++) if (random.chance(rate)) count++;
      return count;
    };
    for (const [rate, customers] of [
      [0.3, 40],
      [0.05, 60],
      [0.02, 400]
    ] as const) {
      const count = covered(rate, 5, (random) => wilson(bought(random, customers, rate), customers));
      expect(count).toBeGreaterThanOrEqual(FEWEST);
    }
    const difference = covered(0.7 * 0.05, 6, (random) => {
      const [own, rest] = [bought(random, 60, 0.1), bought(random, 140, 0.05)];
      return shareFromEveryone({count: own, of: 60}, {count: own + rest, of: 200});
    });
    expect(difference).toBeGreaterThanOrEqual(FEWEST);
  });
});

describe("p", () => {
  it("is below 0.05 in about 5 of 100 trials without a difference", () => {
    const random = new Random(9, "nulls");
    const found = (compare: (shop: Shop) => Comparison) =>
      Array.from({length: TRIALS}, () => compare(shop(random, 300, 1))).filter(({p}) => p < 0.05).length;
    for (const count of [
      found(({segment, everyone}) => differenceFromEveryone(segment, everyone)),
      found(({segment, everyone}) => indexInterval(segment, everyone))
    ]) {
      expect(count).toBeGreaterThanOrEqual(TRIALS - MOST);
      expect(count).toBeLessThanOrEqual(TRIALS - FEWEST);
    }
  });
});
