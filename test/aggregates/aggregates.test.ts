import {describe, expect, it} from "vitest";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import {customerRanges} from "../../data-loaders/aggregates/customerRanges.ts";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {handMade} from "../facts/handMade.ts";
import type {HandCustomer} from "../facts/handMade.ts";
import {seeded} from "../seeded.ts";
import {plainCount, plainParts} from "./plainCount.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

closePools();

const NAMES = [
  "loyalty",
  "region",
  "both",
  "time",
  "price_range",
  "day",
  "hour",
  "department",
  "aisle",
  "product"
];

const counted = (
  customers: readonly HandCustomer[],
  queries: readonly AggregateQuery[],
  threads = 2
): Promise<RawAggregate[]> => {
  const {baskets, dimensions} = dimensioned(customers);
  return aggregates(queries, dimensions, baskets, poolOf(threads));
};

describe("aggregates", () => {
  it("of a small shop are what one counts by hand", async () => {
    const customers: HandCustomer[] = [
      {
        state: "Maine",
        orders: [
          {day: 0, hour: 8, items: ["p1", "p2", "p5"]},
          {day: 6, hour: 23, gap: 7, items: ["+p1"]}
        ]
      },
      {
        state: "Texas",
        orders: [
          {day: 0, hour: 8, items: ["p2"]},
          {day: 0, hour: 8, gap: 3, items: ["+p2", "p3"]},
          {day: 1, hour: 12, gap: 5, items: []}
        ]
      }
    ];
    const [all, regions, days, departments] = await counted(customers, [
      {by: []},
      {by: ["region"]},
      {by: ["day"]},
      {by: ["region", "department"]}
    ]);
    expect(plainParts(all!).parts).toEqual({
      customers: [2],
      orders: [5],
      items: [7],
      priced_items: [6],
      spend: [199 * 2 + 299 * 3 + 399],
      reordered_items: [2],
      gaps: [3],
      gap_days: [15]
    });
    expect(plainParts(all!).histogram).toEqual([0, 0, 0, 1, 0, 1, 0, 1]);
    expect(plainParts(regions!).parts).toMatchObject({
      customers: [1, 1],
      orders: [2, 3],
      items: [4, 3],
      gap_days: [7, 8]
    });
    expect(days!.dimensions[0]!.labels[0]).toBe("Saturday");
    expect(plainParts(days!).parts).toMatchObject({
      customers: [2, 1, 0, 0, 0, 0, 1],
      orders: [3, 1, 0, 0, 0, 0, 1]
    });
    expect(departments!.dimensions.map(({labels}) => labels)).toEqual([
      ["North", "South"],
      ["produce", "babies", "alcohol"]
    ]);
    expect(plainParts(departments!).parts).toEqual({
      customers: [0, 1, 1, 1, 0, 1],
      items: [0, 2, 2, 1, 0, 2],
      priced_items: [0, 2, 1, 1, 0, 2],
      spend: [0, 398, 299, 399, 0, 598],
      reordered_items: [0, 1, 0, 0, 0, 1]
    });
  });

  it("agree with plain loops for random queries, many at once", async () => {
    const random = seeded(41);
    for (let round = 0; round < 12; round++) {
      const {baskets, dimensions} = dimensioned(randomCustomers(round, random.pick([1, 3, 70, 200])));
      const queries = Array.from({length: 1 + random.below(9)}, () => ({
        by: random.shuffled(NAMES).slice(0, random.below(4))
      }));
      const found = await aggregates(queries, dimensions, baskets, poolOf(1 + (round % 3)));
      for (const [at, {by}] of queries.entries()) {
        expect(plainParts(found[at]!), `round ${round}, by ${by.join(", ")}`).toEqual(
          plainCount(by, dimensions, baskets)
        );
      }
    }
  });

  it("agree with plain loops for every pair of dimensions, in both orders", async () => {
    const {baskets, dimensions} = dimensioned(randomCustomers(7, 90));
    const queries = NAMES.flatMap((a) => NAMES.filter((b) => b !== a).map((b) => ({by: [a, b]})));
    const found = await aggregates(queries, dimensions, baskets, poolOf(2));
    for (const [at, {by}] of queries.entries())
      expect(plainParts(found[at]!), by.join(", ")).toEqual(plainCount(by, dimensions, baskets));
  });

  it("give the same numbers alone as among others", async () => {
    const customers = randomCustomers(8, 150);
    const queries = [
      {by: ["department", "hour"]},
      {by: ["region", "product"]},
      {by: []},
      {by: ["hour"]},
      {by: ["product"]},
      {by: ["day", "hour"]}
    ];
    const together = await counted(customers, queries);
    for (const [at, query] of queries.entries()) {
      const [alone] = await counted(customers, [query]);
      expect(plainParts(alone!)).toEqual(plainParts(together[at]!));
    }
  });

  it("do not depend on the number of threads or the order of customers", async () => {
    const customers = randomCustomers(9, 130);
    const queries = [{by: ["both", "department"]}, {by: ["loyalty", "day"]}, {by: ["price_range", "time"]}];
    const expected = (await counted(customers, queries, 1)).map(plainParts);
    for (const threads of [2, 3, 5])
      expect((await counted(customers, queries, threads)).map(plainParts)).toEqual(expected);
    expect((await counted(seeded(1).shuffled(customers), queries, 3)).map(plainParts)).toEqual(expected);
  });

  it("answer no queries, and queries of customers without items", async () => {
    expect(await counted(randomCustomers(1, 5), [])).toEqual([]);
    const [cells] = await counted(
      [
        {state: "Ohio", orders: [{items: []}]},
        {state: "Ohio", orders: [{items: ["p1"]}]}
      ],
      [{by: ["region"]}]
    );
    expect(plainParts(cells!).parts).toMatchObject({
      customers: [2, 0],
      items: [1, 0],
      orders: [2, 0],
      gaps: [0, 0]
    });
    expect(cells!.gap_histogram).toMatchObject({width: 1});
  });

  it("name the dimension that is meant, when there is no such", async () => {
    await expect(counted(randomCustomers(1, 5), [{by: ["departement"]}])).rejects.toThrow(
      'no dimension "departement"; did you mean "department"?'
    );
  });
});

describe("customerRanges", () => {
  it("give each customer to exactly one thread, also where one has nearly all items", () => {
    const many = Array.from({length: 500}, () => "p");
    for (const sizes of [[1], [1, 1, 1], [500, 1, 1], [1, 1, 500], [0, 0, 0, 7, 0]]) {
      const customers = sizes.map((size) => ({orders: [{items: many.slice(0, size)}]}));
      const baskets = handMade({products: {p: {department: "d"}}, customers});
      for (const parts of [1, 2, 3, 8]) {
        const ranges = customerRanges(baskets, parts);
        expect(ranges).toHaveLength(parts);
        expect(ranges.flatMap(([from, to]) => Array.from({length: to - from}, (_, at) => from + at))).toEqual(
          [...sizes.keys()]
        );
      }
    }
  });
});
