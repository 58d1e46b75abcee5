import {describe, expect, it} from "vitest";
import type {Measure} from "../../data-loaders/config/measures.ts";
import type {CountedCells} from "../../data-loaders/measures/countedCells.ts";
import {measureParts, whyNotCounted} from "../../data-loaders/measures/measureParts.ts";
import {measureValues} from "../../data-loaders/measures/measureValues.ts";
import {medianOfHistogram} from "../../data-loaders/measures/medianOfHistogram.ts";

const words = {name: "m", unit: "x", base: "b", says: "s"};
const floats = (...values: number[]) => Float64Array.from(values);

/** Two segments, each with items in two departments, row-major: A milk, A bread, B milk, B bread. */
const cells: CountedCells = {
  cells: 4,
  parts: {
    customers: floats(8, 5, 20, Number.NaN),
    items: floats(30, 10, 40, Number.NaN),
    spend: floats(6000, 1500, 4000, Number.NaN)
  },
  hidden: Uint8Array.of(0, 0, 0, 1)
};
const group: CountedCells = {
  cells: 2,
  parts: {customers: floats(10, 25), items: floats(40, 60)},
  hidden: new Uint8Array(2)
};
const everyone: CountedCells = {
  cells: 1,
  parts: {customers: floats(35), items: floats(100)},
  hidden: new Uint8Array(1)
};
const departments: CountedCells = {
  cells: 2,
  parts: {customers: floats(28, 9), items: floats(70, 30)},
  hidden: new Uint8Array(2)
};
const totals = {
  group,
  groupOf: [0, 0, 1, 1],
  base: {cells: departments, cellOf: [0, 1, 0, 1], whole: everyone}
};

describe("measureValues", () => {
  const cases: [string, Measure, number[]][] = [
    ["a total is the part itself", {...words, kind: "total", part: "items"}, [30, 10, 40, Number.NaN]],
    [
      "a ratio divides part by part",
      {...words, kind: "ratio", over: ["spend", "items"]},
      [200, 150, 100, Number.NaN]
    ],
    [
      "a share divides by the cell's own group",
      {...words, kind: "share", part: "items"},
      [0.75, 0.25, 40 / 60, Number.NaN]
    ],
    [
      "penetration divides customers by the group's customers",
      {...words, kind: "penetration"},
      [0.8, 0.5, 0.8, Number.NaN]
    ],
    [
      "an index compares shares with everyone's",
      {...words, kind: "index", part: "items"},
      [75 / 0.7, 25 / 0.3, (100 * (40 / 60)) / 0.7, Number.NaN]
    ]
  ];
  it.each(cases)("%s", (_, measure, expected) => {
    const rounded = (values: Iterable<number>) =>
      Array.from(values, (value) => Math.round(value * 1e9) / 1e9);
    expect(rounded(measureValues(measure, cells, totals))).toEqual(rounded(expected));
  });

  it("gives the exact median of each cell's gaps", () => {
    const gaps: CountedCells = {
      ...everyone,
      cells: 2,
      gap_histogram: {width: 4, counts: floats(1, 0, 0, 1, 0, 3, 1, 0)}
    };
    expect([...measureValues({...words, kind: "median", of: "gaps"}, gaps, totals)]).toEqual([1.5, 1]);
  });

  it("says which part an aggregate lacks", () => {
    expect(() => measureValues({...words, kind: "total", part: "orders"}, cells, totals)).toThrow(
      "no orders"
    );
  });
});

describe("medianOfHistogram", () => {
  it.each([
    [[0, 0, 5], 2],
    [[1, 1], 0.5],
    [[2, 0, 1], 0],
    [[0, 0], Number.NaN],
    [[Number.NaN, 3], Number.NaN]
  ])("of counts %j is %d", (counts, median) => expect(medianOfHistogram(floats(...counts))).toEqual(median));

  it("agrees with sorting the values", () => {
    let seed = 5;
    const next = () => (seed = (seed * 16807) % 2147483647);
    for (let round = 0; round < 200; round++) {
      const counts = Array.from({length: 31}, () => (next() % 3 ? 0 : next() % 9));
      const values = counts.flatMap((count, value) => Array<number>(count).fill(value));
      if (!values.length) continue;
      const middle = (values[Math.ceil(values.length / 2) - 1]! + values[Math.floor(values.length / 2)]!) / 2;
      expect(medianOfHistogram(floats(...counts))).toBe(middle);
    }
  });
});

describe("whyNotCounted", () => {
  const orders: Measure = {...words, name: "items_per_order", kind: "ratio", over: ["items", "orders"]};
  const customerShare: Measure = {...words, name: "customer_share", kind: "share", part: "customers"};
  it("refuses orders by department", () =>
    expect(whyNotCounted(orders, ["customer", "item"])).toContain("items_per_order"));
  it("refuses shares of customers by hour", () =>
    expect(whyNotCounted(customerShare, ["order"])).toContain("penetration"));
  it("allows orders by hour and shares of customers by segment", () => {
    expect(whyNotCounted(orders, ["customer", "order"])).toBeUndefined();
    expect(whyNotCounted(customerShare, ["customer"])).toBeUndefined();
  });
  it("names the parts of each kind", () => {
    expect(measureParts(orders)).toEqual(["items", "orders"]);
    expect(measureParts({...words, kind: "median", of: "gaps"})).toEqual(["gaps"]);
    expect(measureParts({...words, kind: "penetration"})).toEqual(["customers"]);
  });
});
