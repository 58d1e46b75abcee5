import {describe, expect, it} from "vitest";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import {discloseAll} from "../../data-loaders/disclosure/discloseAll.ts";
import {dimensioned, randomCustomers} from "../aggregates/randomBaskets.ts";
import {seeded} from "../seeded.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {plainGate} from "./plainGate.ts";
import {derivableCells, sumsOfTables, trueTables} from "./attack.ts";

closePools();

const dimensionsBy = (by: readonly string[], dimensions: readonly CodedDimension[]) =>
  by.map((name) => dimensions.find((one) => one.name === name)!);
const cellsOf = (by: readonly string[], dimensions: readonly CodedDimension[]): number =>
  dimensionsBy(by, dimensions).reduce((product, {labels}) => product * labels.length, 1);
/** The engine counts by one segmentation of customers at most. */
const countable = (by: readonly string[], dimensions: readonly CodedDimension[]): boolean =>
  dimensionsBy(by, dimensions).filter(({keyedBy}) => keyedBy === "customer").length <= 1;

const AT_LEAST = 10;
const QUERIES = [
  [],
  ["loyalty"],
  ["region"],
  ["both"],
  ["department"],
  ["aisle"],
  ["hour"],
  ["loyalty", "department"],
  ["both", "department"],
  ["both", "aisle"],
  ["region", "product"],
  ["both", "hour"],
  ["loyalty", "hour", "day"]
];

/** All tables of a random shop, disclosed, beside what they hide. */
async function attacked(seed: number, count: number, atLeast = AT_LEAST) {
  const {baskets, dimensions} = dimensioned(randomCustomers(seed, count));
  const raw = await aggregates(
    QUERIES.map((by) => ({by})),
    dimensions,
    baskets,
    poolOf(2)
  );
  const shown = discloseAll(raw, dimensions, baskets, {customersAtLeast: atLeast});
  return {shown, raw, tables: trueTables(QUERIES, dimensions, baskets)};
}

describe("what is hidden", () => {
  it("is every cell that describes fewer customers than the threshold", async () => {
    for (const [seed, count] of [20, 45, 90, 200, 400].entries()) {
      const {shown, raw} = await attacked(seed, count);
      for (const [at, {parts, hidden}] of shown.entries()) {
        for (const [cell, customers] of raw[at]!.parts.customers.entries()) {
          if (customers > 0 && customers < AT_LEAST) expect(hidden[cell]).toBe(1);
          if (customers === 0) expect(hidden[cell]).toBe(0);
          if (hidden[cell] === 1) expect(parts.items![cell]).toBeNaN();
        }
      }
    }
  });

  it("does not follow from what is shown, by all sums of all tables together", async () => {
    let secrets = 0;
    for (const [seed, count] of [20, 45, 90, 140, 200, 400].entries()) {
      const {shown, tables} = await attacked(seed, count);
      const small = (table: number, cell: number): boolean => {
        const customers = tables[table]!.customers[cell]!.size;
        return customers > 0 && customers < AT_LEAST;
      };
      const hidden = shown.map((aggregate) => aggregate.hidden);
      secrets += tables.reduce(
        (sum, {customers}, table) => sum + customers.filter((_, cell) => small(table, cell)).length,
        0
      );
      const derived = derivableCells(tables, hidden).filter(({table, cell}) => small(table, cell));
      expect(
        derived.map(({table, cell}) => `${QUERIES[table]} cell ${cell}`),
        `seed ${seed}`
      ).toEqual([]);
    }
    expect(secrets).toBeGreaterThan(500);
  });

  it("does not follow when only small cells are hidden: the attack works", async () => {
    const {raw, tables} = await attacked(3, 140);
    const primary = raw.map(({parts}) =>
      Uint8Array.from(parts.customers, (count) => (count > 0 && count < AT_LEAST ? 1 : 0))
    );
    expect(derivableCells(tables, primary).length).toBeGreaterThan(0);
  });

  it("is never a remainder of fewer customers than the threshold in a sum that is shown", async () => {
    let remainders = 0;
    for (const [seed, count] of [45, 90, 200, 400].entries()) {
      const {shown, tables} = await attacked(10 + seed, count);
      for (const {whole, parts} of sumsOfTables(tables)) {
        if (shown[whole.table]!.hidden[whole.cell] === 1) continue;
        const left = parts.cells.filter((cell) => shown[parts.table]!.hidden[cell] === 1);
        const customers = new Set(left.flatMap((cell) => [...tables[parts.table]!.customers[cell]!]));
        const isWhole = left.length === parts.cells.length; // then it is the shown sum itself
        if (left.length === 0 || isWhole) continue;
        remainders++;
        expect(customers.size, `${QUERIES[whole.table]} less ${QUERIES[parts.table]}`).toBeGreaterThanOrEqual(
          AT_LEAST
        );
      }
    }
    expect(remainders).toBeGreaterThan(50);
  });

  it("leaves most of a large shop in sight", async () => {
    const {shown, raw} = await attacked(7, 400);
    const cells = shown.flatMap(({hidden}, at) =>
      [...hidden].filter((_, cell) => raw[at]!.parts.customers[cell]! >= AT_LEAST)
    );
    const complementary = cells.filter((hidden) => hidden === 1).length;
    expect(complementary / cells.length).toBeLessThan(0.35);
  });

  it("is only the small cells where counts are rounded instead, to multiples and no finer", async () => {
    const {baskets, dimensions} = dimensioned(randomCustomers(8, 200));
    const queries = QUERIES.map((by) => ({by}));
    const raw = await aggregates(queries, dimensions, baskets, poolOf(2));
    const shown = discloseAll(raw, dimensions, baskets, {customersAtLeast: AT_LEAST, roundCountsTo: 5});
    for (const [at, {parts, hidden}] of shown.entries()) {
      for (const [cell, customers] of raw[at]!.parts.customers.entries()) {
        expect(hidden[cell]).toBe(customers > 0 && customers < AT_LEAST ? 1 : 0);
        if (hidden[cell] === 1) continue;
        expect(parts.customers[cell]! % 5).toBe(0);
        expect(Math.abs(parts.customers[cell]! - customers)).toBeLessThanOrEqual(2);
        expect(parts.spend![cell]! % 500).toBe(0);
        expect(Math.abs(parts.items![cell]! - raw[at]!.parts.items![cell]!)).toBeLessThanOrEqual(2);
      }
    }
  });

  it("is what is mostly one customer's spend, with enough beside it that the rest of a sum is not", async () => {
    const customers = randomCustomers(9, 200);
    const [first] = customers;
    const items = Array.from({length: 900}, () => "p4");
    const buyer = {...first!, state: "Texas", orders: [{...first!.orders[0]!, items}]};
    const {baskets, dimensions} = dimensioned([buyer, ...customers]);
    const queries = [[], ["region"], ["product"], ["region", "product"], ["region", "department"]];
    const raw = await aggregates(
      queries.map((by) => ({by})),
      dimensions,
      baskets,
      poolOf(2)
    );
    const shownAt = (largestCustomerAtMost: number) =>
      discloseAll(raw, dimensions, baskets, {customersAtLeast: AT_LEAST, largestCustomerAtMost});
    const [, , product] = shownAt(0.5);
    const [, , open] = shownAt(1);
    expect(raw[2]!.parts.customers[4]).toBeGreaterThan(50);
    expect([open!.hidden[4], product!.hidden[4]]).toEqual([0, 1]);
    expect(product!.hidden.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(1);
    for (const table of shownAt(0.5)) expect(Object.keys(table)).not.toContain("largest_spend");
    const most = 900 * baskets.price[4]!;
    for (const [at, table] of shownAt(0.5).entries()) {
      const spend = raw[at]!.parts.spend!;
      const left = spend.reduce((sum, cents, cell) => sum + (table.hidden[cell] === 1 ? cents : 0), 0);
      if (left > 0 && at > 1) expect(most).toBeLessThanOrEqual(0.5 * left);
    }
  });

  it("is what plain loops over sets of customers hide, in 60 random choices of tables", async () => {
    const random = seeded(77);
    let [hidden, complementary] = [0, 0];
    for (let choice = 0; choice < 60; choice++) {
      const {baskets, dimensions} = dimensioned(randomCustomers(choice, random.pick([20, 60, 130, 260])));
      const names = dimensions.map(({name}) => name);
      const queries = Array.from({length: 2 + random.below(7)}, () =>
        random.shuffled(names).slice(0, random.pick([0, 1, 1, 2, 2, 2, 3]))
      ).filter((by) => cellsOf(by, dimensions) < 2500 && countable(by, dimensions));
      const limits = {
        customersAtLeast: random.pick([3, 10, 25]),
        largestCustomerAtMost: random.pick([0.1, 0.3, 1])
      };
      const raw = await aggregates(
        queries.map((by) => ({by})),
        dimensions,
        baskets,
        poolOf(2)
      );
      const shown = discloseAll(raw, dimensions, baskets, limits);
      const plain = plainGate(queries, dimensions, baskets, limits);
      for (const [at, aggregate] of shown.entries()) {
        expect([...aggregate.hidden].map(Boolean), `choice ${choice}: ${queries[at]}`).toEqual(plain[at]);
        for (const [cell, isHidden] of plain[at]!.entries()) {
          if (isHidden) hidden++;
          if (isHidden && raw[at]!.parts.customers[cell]! >= limits.customersAtLeast) complementary++;
        }
      }
    }
    expect(hidden).toBeGreaterThan(3000);
    expect(complementary).toBeGreaterThan(300);
  });
});
