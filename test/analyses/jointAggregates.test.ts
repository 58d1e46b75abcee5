import {describe, expect, it} from "vitest";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {jointAggregates} from "../../data-loaders/analyses/jointAggregates.ts";
import {NO_MEMO} from "../../data-loaders/baskets/memo.ts";
import type {WorkerPool} from "../../data-loaders/baskets/workerPool.ts";
import {dimensioned, randomCustomers} from "../aggregates/randomBaskets.ts";
import {closePools, poolOf} from "../baskets/build.ts";

closePools();

const {baskets, dimensions} = dimensioned(randomCustomers(3, 100));
const BY_PART: AggregateQuery = {by: ["loyalty"], spreads: [{over: ["spend", "orders"]}]};
const MADE = {...dimensions.find(({name}) => name === "department")!, name: "made here"};

/** Counts passes over the baskets. */
function watched() {
  const pool = poolOf(1);
  let passes = 0;
  const run = (name: string, input: unknown) => {
    passes++;
    return pool.run(name, input);
  };
  const watching = {size: 1, code: pool.code, run} as unknown as WorkerPool;
  const ask = jointAggregates({baskets, dimensions, memo: NO_MEMO}, watching);
  return {ask, passes: () => passes};
}

const alone = async (query: AggregateQuery) =>
  (await aggregates([query], [MADE, ...dimensions], baskets, poolOf(1)))[0]!;

describe("what several ask for at once", () => {
  it("is counted in one pass, and everyone gets the own answers", async () => {
    const {ask, passes} = watched();
    const [first, second, made] = await Promise.all([
      ask([BY_PART, {by: []}]),
      ask([{by: ["hour"]}, {by: []}]),
      ask([{by: ["made here", "loyalty"]}], [MADE])
    ]);
    expect(passes()).toBe(1);
    expect(first).toEqual([await alone(BY_PART), await alone({by: []})]);
    expect(second).toEqual([await alone({by: ["hour"]}), await alone({by: []})]);
    expect(made).toEqual([await alone({by: ["made here", "loyalty"]})]);
  });

  it("is not counted again, unless with spreads that were not asked for", async () => {
    const {ask, passes} = watched();
    const [told] = await ask([BY_PART]);
    expect(await ask([{by: ["loyalty"]}])).toEqual([told]);
    expect(passes()).toBe(1);
    const more: AggregateQuery = {by: ["loyalty"], spreads: [{over: ["items", "orders"]}]};
    expect(await ask([more])).toEqual([await alone(more)]);
    expect(passes()).toBe(2);
  });

  it("fails for all who asked", async () => {
    const {ask} = watched();
    const both = await Promise.allSettled([ask([{by: ["nothing"]}]), ask([{by: []}])]);
    expect(both.map(({status}) => status)).toEqual(["rejected", "rejected"]);
  });
});
