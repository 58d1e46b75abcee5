import {describe, expect, it} from "vitest";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import {discloseAlone} from "../../data-loaders/disclosure/discloseAlone.ts";
import {mergedQueries} from "../../data-loaders/aggregates/mergedQueries.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import type {SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import {openMemo} from "../../data-loaders/baskets/memo.ts";
import type {Part} from "../../data-loaders/config/measures.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {handMade} from "../facts/handMade.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";
import {plainSpread} from "./plainSpread.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

closePools();

const NAMES = ["loyalty", "region", "both", "time", "price_range", "day", "hour", "department", "product"];
const OF_ITEMS = ["price_range", "department", "product"];
const OF_ORDERS = ["time", "day", "hour"];
const ALWAYS: readonly Part[] = ["customers", "items", "priced_items", "spend", "reordered_items"];

/** Parts of which the grouping can tell how they scatter. */
function partsBy(by: readonly string[]): readonly Part[] {
  if (!by.some((name) => OF_ITEMS.includes(name))) return [...ALWAYS, "orders", "gaps", "gap_days"];
  return by.some((name) => OF_ORDERS.includes(name)) ? [...ALWAYS, "orders"] : ALWAYS;
}

const told = ({spreads}: RawAggregate): unknown =>
  [...(spreads ?? [])].map(([key, moments]) => [
    key,
    Object.fromEntries(Object.entries(moments).map(([name, values]) => [name, [...(values as Float64Array)]]))
  ]);

describe("spreads", () => {
  it("of two customers are what one computes by hand", async () => {
    const {baskets, dimensions} = dimensioned([
      {
        state: "Maine",
        orders: [
          {hour: 8, items: ["p1", "p2", "p4"]},
          {hour: 20, gap: 5, items: ["+p1"]}
        ]
      },
      {state: "Maine", orders: [{hour: 8, items: ["p2"]}]}
    ]);
    const spreads: SpreadOf[] = [{over: ["items", "orders"]}, {over: ["orders", "customers"]}];
    const [all, time, departments] = await aggregates(
      [
        {by: ["region"], spreads},
        {by: ["time"], spreads: [{shareOf: "orders"}]},
        {by: ["region", "department"], spreads: [{shareOf: "items"}]}
      ],
      dimensions,
      baskets,
      poolOf(2)
    );
    expect(told(all!)).toEqual([
      ["items/orders", {nn: [16 + 1, 0], nd: [4 * 2 + 1, 0], dd: [4 + 1, 0]}],
      ["orders/customers", {nn: [4 + 1, 0], nd: [2 + 1, 0], dd: [2, 0]}]
    ]);
    expect(told(time!)).toEqual([["share of orders", {nn: [1 + 1, 1], nd: [2 + 1, 2], dd: [4 + 1, 4 + 1]}]]);
    expect(told(departments!)).toEqual([
      [
        "share of items",
        {nn: [0, 9, 1 + 1, 0, 0, 0], nd: [0, 3 * 4, 4 + 1, 0, 0, 0], dd: [17, 17, 17, 0, 0, 0]}
      ]
    ]);
  });

  it("agree with plain loops for random queries, many at once", async () => {
    const random = seeded(43);
    for (let round = 0; round < 12; round++) {
      const {baskets, dimensions} = dimensioned(randomCustomers(round, random.pick([1, 3, 70, 200])));
      const queries = Array.from({length: 1 + random.below(6)}, (): Required<AggregateQuery> => {
        const by = random.shuffled(NAMES).slice(0, random.below(4));
        const parts = random.shuffled([...partsBy(by)]);
        return {
          by,
          spreads: [{over: [parts[0]!, parts[1]!]}, {shareOf: parts[2]!}, {over: [parts[3]!, "customers"]}]
        };
      });
      const found = await aggregates(queries, dimensions, baskets, poolOf(1 + (round % 3)));
      for (const [at, {by, spreads}] of queries.entries()) {
        expect(told(found[at]!), `round ${round}, by ${by.join(", ")}`).toEqual(
          spreads.map((spread) => [spreadKey(spread), plainSpread(by, spread, dimensions, baskets)])
        );
      }
    }
  });

  it("are exact where squares are beyond 2^53, whatever the number of threads", async () => {
    const cents = 2 ** 25 - 1;
    const customers = Array.from({length: 1000}, (_, at) => ({
      state: "Maine",
      orders: [{items: at % 2 === 0 ? ["p"] : ["q"]}]
    }));
    const baskets = handMade({
      products: {p: {department: "d", cents}, q: {department: "d", cents: 1}},
      customers
    });
    const expected = Number(500n * BigInt(cents) ** 2n + 500n);
    for (const threads of [1, 2, 3]) {
      const [all] = await aggregates(
        [{by: [], spreads: [{over: ["spend", "orders"]}]}],
        [],
        baskets,
        poolOf(threads)
      );
      expect(told(all!)).toEqual([["spend/orders", {nn: [expected], nd: [500 * cents + 500], dd: [1000]}]]);
    }
  });

  it("are remembered, also by rows that were kept of a split", async () => {
    const {baskets, dimensions} = dimensioned(randomCustomers(5, 150));
    const folder = tempFolder();
    const ask = async (queries: readonly AggregateQuery[]): Promise<RawAggregate[]> => {
      const memo = openMemo(folder, "a store of this test");
      const found = await aggregates(queries, dimensions, baskets, poolOf(2), memo);
      memo.save();
      await Promise.all([0, 1].map(() => poolOf(2).run("freeMemory", undefined))); // rows are kept by then
      return found;
    };
    const spreads: SpreadOf[] = [{over: ["gap_days", "gaps"]}, {shareOf: "orders"}, {shareOf: "spend"}];
    const queries: AggregateQuery[] = [
      {by: ["loyalty", "hour"], spreads},
      {by: ["loyalty", "department"], spreads: [{shareOf: "items"}]}
    ];
    const first = await ask(queries);
    expect(first.map(told)).toEqual((await ask(queries)).map(told));
    const others = queries.map(({by: [, within], spreads = []}) => ({by: ["region", within!], spreads}));
    const warm = await ask(others);
    expect(warm.map(told)).toEqual((await aggregates(others, dimensions, baskets, poolOf(1))).map(told));
    const [without] = await ask([{by: ["loyalty", "hour"]}]);
    expect(without!.spreads).toBeUndefined();
    expect(without!.parts).toEqual(first[0]!.parts);
  });

  it("are hidden with their cells", async () => {
    const {baskets, dimensions} = dimensioned(randomCustomers(6, 60));
    const [raw] = await aggregates(
      [{by: ["both", "department"], spreads: [{shareOf: "items"}]}],
      dimensions,
      baskets,
      poolOf(2)
    );
    const {hidden, spreads} = discloseAlone(raw!, 10);
    expect(hidden).toContain(1);
    for (const [name, values] of Object.entries(spreads!.get("share of items")!)) {
      const open = raw!.spreads!.get("share of items")![name as "nn"];
      expect(values).toEqual(open.map((value, cell) => (hidden[cell] === 1 ? Number.NaN : value)));
    }
  });

  it("of a part that the grouping cannot tell are refused", async () => {
    const {baskets, dimensions} = dimensioned(randomCustomers(1, 5));
    const spreads: SpreadOf[] = [{over: ["items", "orders"]}];
    await expect(
      aggregates([{by: ["region", "department"], spreads}], dimensions, baskets, poolOf(1))
    ).rejects.toThrow("by region × department there is no telling orders");
  });
});

describe("mergedQueries", () => {
  it("ask each grouping once, with the spreads of all who ask", () => {
    const share: SpreadOf = {shareOf: "items"};
    const ratio: SpreadOf = {over: ["spend", "orders"]};
    expect(
      mergedQueries([
        {by: ["region"], spreads: [ratio]},
        {by: []},
        {by: ["region"]},
        {by: ["region"], spreads: [share, {over: ["spend", "orders"]}]}
      ])
    ).toEqual([{by: []}, {by: ["region"], spreads: [share, ratio]}]);
  });
});
