import {describe, expect, it} from "vitest";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import {finerDimension} from "../../data-loaders/aggregates/finerCells.ts";
import {countedTogether} from "../../data-loaders/analyses/countedTogether.ts";
import {NO_MEMO, openMemo} from "../../data-loaders/baskets/memo.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {valueGroups} from "../../data-loaders/segments/valueGroups.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

closePools();

const KEY = "c".repeat(64);
/** As many as there are values, one more, in turned order, of one value each, and with one that nobody is in. */
const BINS = [
  "[ { label: few, up_to: 1 }, { label: many } ]",
  "[ { label: a, up_to: 3 }, { label: b, up_to: 4 }, { label: c, up_to: 6 }, { label: d } ]",
  `[ ${[1, 2, 3, 4, 5, 6, 7].map((end) => `{ label: s${end}, up_to: ${end} }`).join(", ")}, { label: most } ]`,
  "[ { label: all, below: 30 }, { label: none } ]"
];

const QUERIES: readonly AggregateQuery[] = [
  {by: ["loyalty"], spreads: [{over: ["spend", "orders"]}, {over: ["gap_days", "gaps"]}]},
  {by: ["loyalty", "department"], spreads: [{shareOf: "items"}, {over: ["spend", "priced_items"]}]},
  {by: ["department", "loyalty"]},
  {by: ["loyalty", "hour"], spreads: [{shareOf: "orders"}]},
  {by: ["day", "loyalty", "price_range"]},
  {by: ["product", "loyalty"]},
  {by: ["region", "hour"], spreads: [{over: ["items", "orders"]}]}
];

/** A pool that counts its jobs. */
function watched() {
  const pool = poolOf(2);
  const jobs: string[] = [];
  const run = (name: string, input: unknown) => {
    jobs.push(name);
    return pool.run(name, input);
  };
  return {pool: {size: 2, code: pool.code, run} as unknown as WorkerPool, jobs};
}

const named = (dimensions: readonly CodedDimension[], name: string): CodedDimension =>
  dimensions.find((each) => each.name === name)!;

describe("other bins of a segmentation", () => {
  it("are added up without counting, and are what counting tells to the last bit", async () => {
    const customers = randomCustomers(5, 150);
    const cache = tempFolder();
    const first = dimensioned(customers);
    const memo = openMemo(cache, KEY);
    await aggregates(QUERIES, first.dimensions, first.baskets, poolOf(2), memo);
    await memo.prepare();
    memo.save();
    for (const bins of BINS) {
      const {baskets, dimensions} = dimensioned(customers, bins);
      const {pool, jobs} = watched();
      const added = await aggregates(QUERIES, dimensions, baskets, pool, openMemo(cache, KEY));
      expect(jobs).toEqual([]);
      for (const {parts} of added) expect(Math.max(...parts.customers)).toBeGreaterThan(0);
      expect(added).toEqual(await aggregates(QUERIES, dimensions, baskets, poolOf(2), NO_MEMO));
    }
  });

  it("are counted where nobody has prepared it, and remembered then", async () => {
    const customers = randomCustomers(6, 80);
    const cache = tempFolder();
    const {baskets, dimensions} = dimensioned(customers, BINS[1]);
    for (const expected of [["countCells", "countCells"], []]) {
      const {pool, jobs} = watched();
      const memo = openMemo(cache, KEY);
      await aggregates(QUERIES, dimensions, baskets, pool, memo);
      memo.save();
      expect(jobs.filter((name) => name === "countCells")).toEqual(expected);
    }
  });

  it("are added up for what goes together in an order, too", async () => {
    const customers = randomCustomers(7, 120);
    const cache = tempFolder();
    for (const [run, bins] of [BINS[0], ...BINS].entries()) {
      const {baskets, dimensions} = dimensioned(customers, bins);
      const {pool, jobs} = watched();
      const memo = openMemo(cache, KEY);
      const of = [named(dimensions, "department"), [0, 1, 2], named(dimensions, "loyalty")] as const;
      const added = await countedTogether(...of, {baskets, dimensions, memo}, pool);
      expect(jobs).toEqual(run === 0 ? ["togetherCounts", "togetherCounts"] : []);
      await memo.prepare();
      memo.save();
      expect(Math.max(...added.orders)).toBeGreaterThan(0);
      expect(added).toEqual(await countedTogether(...of, {baskets, dimensions, memo: NO_MEMO}, poolOf(2)));
    }
  });

  it("are not made of groups that a segment would cut", () => {
    const {dimensions} = dimensioned(randomCustomers(8, 30));
    const loyalty = named(dimensions, "loyalty");
    expect(finerDimension(loyalty)?.dimension.labels.length).toBeGreaterThan(3);
    const one = {codes: new Uint16Array(new SharedArrayBuffer(2 * loyalty.codes.length)), size: 1};
    expect(finerDimension({...loyalty, valueGroups: () => one})).toBeUndefined();
    expect(finerDimension(named(dimensions, "both"))).toBeUndefined();
  });
});

describe("value groups", () => {
  it("are customers of the same number, the missing among them", () => {
    const values = [3, 0.5, 3, Number.NaN, -1, 5000, 0.5, Number.NaN, -0, 0, Number.POSITIVE_INFINITY];
    const found = valueGroups({name: "some", kind: "numbers", values}, values.length)!;
    expect([...found.codes]).toEqual([0, 1, 0, 2, 3, 4, 1, 2, 5, 5, 6]);
    expect(found.size).toBe(7);
  });

  it("are customers of the same category, the missing in one more", () => {
    const subject = {name: "some", kind: "codes", codes: [1, 0, -1, 1, 7], labels: ["a", "b"]} as const;
    const found = valueGroups(subject, 5)!;
    expect([...found.codes]).toEqual([1, 0, 2, 1, 2]);
    expect(found.size).toBe(3);
  });

  it("are none of many values", () => {
    const numbers = (count: number) =>
      valueGroups(
        {name: "some", kind: "numbers", values: Array.from({length: count}, (_, at) => at / 2)},
        count
      );
    expect(numbers(256)?.size).toBe(256);
    expect(numbers(257)).toBeUndefined();
    expect(valueGroups({name: "some", kind: "texts", values: ["a"]}, 1)).toBeUndefined();
  });
});
