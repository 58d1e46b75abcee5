import {describe, expect, it} from "vitest";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";
import type {Aggregate} from "../../data-loaders/aggregates/aggregate.ts";
import type {Measure} from "../../data-loaders/config/measures.ts";
import {measureValues} from "../../data-loaders/measures/measureValues.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import type {HandCustomer} from "../facts/handMade.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

closePools();

const words = {name: "asked", unit: "share", base: "all", says: "a test"};
const itemShare: Measure = {...words, kind: "share", part: "items"};
const spendShare: Measure = {...words, kind: "share", part: "spend"};
const customerShare: Measure = {...words, kind: "share", part: "customers"};
const penetration: Measure = {...words, kind: "penetration"};
const index: Measure = {...words, kind: "index", part: "items"};
const SEGMENTATIONS = ["loyalty", "region", "both"];
const WITHIN = ["department", "aisle", "price_range", "product"];
const SHOPS = Array.from({length: 8}, (_, seed) => randomCustomers(100 + seed, 40 + 30 * seed));

/** Cells by segmentation and dimension, with what they are measured against. */
async function measured(
  customers: readonly HandCustomer[],
  segmentation: string,
  within: string,
  atLeast = 0
) {
  const {baskets, dimensions} = dimensioned(customers);
  const queries = [{by: [segmentation, within]}, {by: [segmentation]}, {by: [within]}, {by: []}];
  const raw = await aggregates(queries, dimensions, baskets, poolOf(2));
  const [cells, group, base, whole] = raw.map((aggregate) => discloseAlone(aggregate, atLeast)) as [
    Aggregate,
    Aggregate,
    Aggregate,
    Aggregate
  ];
  const inner = base.cells;
  const groupOf = Array.from({length: cells.cells}, (_, cell) => Math.floor(cell / inner));
  const cellOf = Array.from({length: cells.cells}, (_, cell) => cell % inner);
  const values = (measure: Measure): Float64Array =>
    measureValues(measure, cells, {group, groupOf, base: {cells: base, cellOf, whole}});
  return {cells, group, base, whole, groupOf, cellOf, values};
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe("for every shop", () => {
  it("the segments of a segmentation make up all customers, orders, items and spend", async () => {
    for (const customers of SHOPS) {
      for (const segmentation of SEGMENTATIONS) {
        const {group, whole} = await measured(customers, segmentation, "department");
        for (const [part, values] of Object.entries(group.parts))
          expect(sum(values), `${segmentation}: ${part}`).toBe(whole.parts[part as "items"]![0]);
        expect(sum(group.parts.customers)).toBe(customers.length);
      }
    }
  });

  it("shares within a segment sum to 1", async () => {
    for (const customers of SHOPS) {
      for (const within of WITHIN) {
        const {group, groupOf, values} = await measured(customers, "region", within);
        for (const measure of [itemShare, spendShare]) {
          const shares = values(measure);
          for (const segment of group.parts.items!.keys()) {
            expect(sum(shares.filter((_, cell) => groupOf[cell] === segment)), within).toBeCloseTo(1, 12);
          }
        }
      }
    }
  });

  it("penetration lies between 0 and 1 and says who bought", async () => {
    for (const customers of SHOPS) {
      const {cells, values} = await measured(customers, "loyalty", "product");
      for (const [cell, value] of values(penetration).entries()) {
        if (Number.isNaN(value)) continue;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value > 0).toBe(cells.parts.items![cell]! > 0);
      }
    }
  });

  it("the mean index over segments, weighted by their items, is 100", async () => {
    for (const customers of SHOPS) {
      for (const within of ["department", "aisle", "price_range"]) {
        const {group, base, whole, groupOf, cellOf, values} = await measured(customers, "both", within);
        const indices = values(index);
        for (const place of base.parts.items!.keys()) {
          if (base.parts.items![place] === 0) continue;
          const mine = [...indices.keys()].filter(
            (cell) => cellOf[cell] === place && !Number.isNaN(indices[cell]!)
          );
          const weighted = sum(mine.map((cell) => indices[cell]! * group.parts.items![groupOf[cell]!]!));
          expect(weighted / whole.parts.items![0]!).toBeCloseTo(100, 9);
        }
      }
    }
  });

  it("doubling all customers changes no share, index or penetration", async () => {
    for (const customers of SHOPS.slice(0, 4)) {
      const once = await measured(customers, "loyalty", "department");
      const twice = await measured([...customers, ...customers], "loyalty", "department");
      for (const measure of [itemShare, spendShare, penetration, index])
        expect(twice.values(measure)).toEqual(once.values(measure));
      expect(measureValues(customerShare, twice.group, {group: twice.whole, groupOf: [0, 0, 0]})).toEqual(
        measureValues(customerShare, once.group, {group: once.whole, groupOf: [0, 0, 0]})
      );
      expect(twice.cells.parts.items).toEqual(once.cells.parts.items!.map((items) => 2 * items));
    }
  });

  it("cells of fewer customers than the threshold are hidden in every part and measure, others as they were", async () => {
    for (const customers of SHOPS) {
      const open = await measured(customers, "both", "product");
      const shut = await measured(customers, "both", "product", 10);
      const measures = [itemShare, penetration, index].map((measure) => shut.values(measure));
      for (const [cell, count] of open.cells.parts.customers.entries()) {
        const isSmall = count > 0 && count < 10;
        expect(shut.cells.hidden[cell]).toBe(isSmall ? 1 : 0);
        for (const [part, values] of Object.entries(shut.cells.parts)) {
          if (isSmall) expect(values[cell], part).toBeNaN();
          else expect(values[cell], part).toBe(open.cells.parts[part as "items"]![cell]);
        }
        if (isSmall) for (const values of measures) expect(values[cell]).toBeNaN();
      }
    }
  });

  it("hidden cells hide their gaps", async () => {
    const {baskets, dimensions} = dimensioned(SHOPS[0]!);
    const [raw] = await aggregates([{by: ["both", "day"]}], dimensions, baskets, poolOf(2));
    const shown = discloseAlone(raw!, 10);
    const {width, counts} = shown.gap_histogram!;
    expect(shown.hidden).toContain(1);
    for (const [cell, hidden] of shown.hidden.entries()) {
      const mine = counts.subarray(cell * width, (cell + 1) * width);
      expect(mine.every((count) => Number.isNaN(count) === (hidden === 1))).toBe(true);
    }
    expect(raw!.parts.customers.some(Number.isNaN)).toBe(false);
  });
});
