import {beforeAll, describe, expect, test} from "vitest";
import {NO_PLANTS, PLANTS} from "../../sample/plants.ts";
import type {Plants} from "../../sample/plants.ts";
import {PAIR_PRODUCTS} from "../../sample/plantedPair.ts";
import {plantedTruths} from "../../sample/plantedTruths.ts";
import {STATES} from "../../sample/states.ts";
import {writeSample} from "../../sample/writeSample.ts";
import {PAIR_NAMES, ratio, sampleCounts} from "./comparisons.ts";
import type {CustomerCounts, SampleCounts} from "./comparisons.ts";
import {temporaryFolder} from "./fixtures.ts";

/** Standard errors within which a value must lie: about one fixed sample in 16,000 would miss. */
const ERRORS = 4;
const CUSTOMERS = 4000;

type Count = (customer: CustomerCounts) => number;
type Group = (customer: CustomerCounts) => boolean;

function times(counts: SampleCounts, group: Group, against: Group, over: Count, under: Count) {
  const one = ratio(counts.customers.filter(group), over, under);
  const other = ratio(counts.customers.filter(against), over, under);
  const value = one.value / other.value;
  return {value, error: value * Math.hypot(one.error / one.value, other.error / other.value)};
}

function plus(counts: SampleCounts, group: Group, over: Count, under: Count) {
  const one = ratio(counts.customers.filter(group), over, under);
  const other = ratio(
    counts.customers.filter((customer) => !group(customer)),
    over,
    under
  );
  return {value: one.value - other.value, error: Math.hypot(one.error, other.error)};
}

function expectNear({value, error}: {value: number; error: number}, truth: number, within = 0): void {
  expect(Math.abs(value - truth), `${value} ± ${error} against ${truth}`).toBeLessThan(
    ERRORS * error + within
  );
}

const youngFamily: Group = ({age, dependants}) => dependants >= 1 && age < 50;
const senior: Group = ({age}) => age >= 65;
const loyal: Group = ({priorOrders}) => priorOrders > 40;
const nearlyLoyal: Group = ({priorOrders}) => priorOrders >= 20 && priorOrders <= 40;
const regionOf = new Map(STATES.map(({name, region}) => [name, region]));
const inRegion =
  (region: string): Group =>
  ({state}) =>
    regionOf.get(state) === region;
const not =
  (group: Group): Group =>
  (customer) =>
    !group(customer);

const hours: Count = (customer) => customer.hours;
const orders: Count = (customer) => customer.orders;
const items: Count = (customer) => customer.items;
const priorOrders: Count = (customer) => customer.priorOrders;
const babies: Count = (customer) => customer.babies;
const alcohol: Count = (customer) => customer.alcohol;
const newItems: Count = (customer) => customer.newItems;

function truth(id: string, plants: Plants) {
  const found = plantedTruths(plants).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no planted truth ${id}`);
  return found;
}

const cases: readonly (readonly [string, Plants, number])[] = [
  ["with the plants as they come", PLANTS, 21],
  ["with every plant off", NO_PLANTS, 22],
  ["with a region that differs", {...NO_PLANTS, south_basket_times: 1.25}, 23]
];

describe.each(cases)("%s", (_, plants, seed) => {
  const folder = temporaryFolder();
  let counts: SampleCounts;

  beforeAll(async () => {
    await writeSample({customers: CUSTOMERS, seed, out: folder, plants});
    counts = sampleCounts(folder);
  });

  test("young families take their multiple of lines from babies", () => {
    const {effect, within} = truth("young-families-buy-for-babies", plants);
    expectNear(times(counts, youngFamily, not(youngFamily), babies, items), effect.value, within);
  });

  test("the South's baskets are as told, the other regions' alike", () => {
    const {effect, within} = truth("regions-are-alike", plants);
    expectNear(
      times(counts, inRegion("South"), not(inRegion("South")), items, priorOrders),
      effect.value,
      within
    );
    const others = ["Northeast", "Midwest", "West"];
    for (const region of others) {
      const rest: Group = (customer) => !inRegion(region)(customer) && !inRegion("South")(customer);
      expectNear(times(counts, inRegion(region), rest, items, priorOrders), 1);
    }
  });

  test.each(["Northeast", "Midwest", "South", "West"])(
    "%s is like the others in hours, repeats and departments",
    (region) => {
      expectNear(plus(counts, inRegion(region), hours, orders), 0);
      expectNear(times(counts, inRegion(region), not(inRegion(region)), newItems, items), 1, 0.03);
      expectNear(plus(counts, inRegion(region), babies, items), 0);
      expectNear(plus(counts, inRegion(region), alcohol, items), 0);
    }
  );

  test("a line costs the same at every hour", () => {
    const mean = (from: number, upTo: number) => {
      const sum = (values: readonly number[]) =>
        values.slice(from, upTo).reduce((before, value) => before + value, 0);
      return sum(counts.spendByHour) / sum(counts.pricedByHour);
    };
    for (const [from, upTo] of [
      [0, 9],
      [9, 12],
      [12, 15],
      [15, 18],
      [18, 24]
    ] as const) {
      expect(Math.abs(mean(from, upTo) - mean(0, 24))).toBeLessThan(0.06);
    }
  });

  test("loyal customers take fewer new products, order number for order number", () => {
    const {effect, within} = truth("loyal-customers-repeat-more", plants);
    const midway = times(
      counts,
      loyal,
      nearlyLoyal,
      ({newItemsMidway}) => newItemsMidway,
      ({itemsMidway}) => itemsMidway
    );
    expectNear(midway, effect.value, within);
    const reorderShare = (group: Group) => 1 - ratio(counts.customers.filter(group), newItems, items).value;
    expect(reorderShare(loyal)).toBeGreaterThan(reorderShare(nearlyLoyal) + 0.05);
  });

  test("customers of 65 and over order earlier", () => {
    const {effect, within} = truth("seniors-order-earlier", plants);
    expectNear(plus(counts, senior, hours, orders), effect.value, within);
  });

  test("a small share of customers buys the alcohol, whoever they are", () => {
    const {effect, within} = truth("drinks-customers-buy-alcohol", plants);
    const many = counts.customers.filter((customer) => customer.items >= 80);
    const drinkers = many.filter((customer) => customer.alcohol / customer.items > 0.04);
    if (plants.drinks_alcohol_share > 0.1) {
      expectNear(ratio(drinkers, alcohol, items), effect.value, within);
      expect(Math.abs(drinkers.length / many.length - 0.04)).toBeLessThan(0.013);
    } else expect(drinkers.length / many.length).toBeLessThan(0.006);
    for (const group of [senior, youngFamily, loyal]) {
      expectNear(
        plus(counts, group, alcohol, items),
        0,
        truth("alcohol-is-bought-at-every-age", plants).within
      );
    }
  });

  test("baskets are alike at every loyalty and age", () => {
    if (plants.south_basket_times !== 1) return;
    for (const group of [loyal, senior, youngFamily]) {
      expectNear(times(counts, group, not(group), items, priorOrders), 1, 0.01);
    }
  });

  test("the pair is bought together as often as told", () => {
    const {orders: all, first, second, both} = counts.pair;
    const near = (count: number, share: number) =>
      expect(Math.abs(count - all * share)).toBeLessThan(ERRORS * Math.sqrt(all * share));
    const [one, other] = PAIR_PRODUCTS;
    near(first, one.orderShare);
    near(second, other.orderShare);
    near(both, plants.pair_lift * one.orderShare * other.orderShare);
    expect(truth("two-products-go-together", plants).effect.value).toBe(plants.pair_lift);
  });
});

describe("the list of truths", () => {
  test("names each once, and calls a plant at its null a null", () => {
    const ids = plantedTruths().map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(plantedTruths(NO_PLANTS).every(({kind}) => kind === "null")).toBe(true);
    expect(plantedTruths().filter(({kind}) => kind === "difference")).toHaveLength(5);
    expect(PAIR_PRODUCTS.map(({name}) => name)).toEqual(PAIR_NAMES);
  });
});
