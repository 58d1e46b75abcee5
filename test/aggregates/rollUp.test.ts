import {describe, expect, it} from "vitest";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {askedCells, cellPlans} from "../../data-loaders/aggregates/cellPlan.ts";
import {rollUps} from "../../data-loaders/aggregates/rollUp.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

/** For each query, by which other one it is answered. */
function followed(queries: readonly AggregateQuery[]): (string | undefined)[] {
  const {baskets, dimensions} = dimensioned(randomCustomers(3, 90));
  const {plans} = cellPlans(queries.map((query) => askedCells(query, dimensions)));
  return rollUps(plans, baskets.customers).map((up) => (up ? queries[up.from]!.by.join(" × ") : undefined));
}

describe("rollUps", () => {
  it("find the segmentations and everyone in a cross of them, and nothing elsewhere", () => {
    const by = [["region"], [], ["both"], ["loyalty"], ["loyalty", "day"], ["region", "day"], ["day"]];
    expect(followed(by.map((names) => ({by: names})))).toEqual([
      "both",
      "both",
      undefined,
      "both",
      undefined,
      undefined,
      "loyalty × day"
    ]);
  });

  it("ask for no spread that the other has not", () => {
    const items = {shareOf: "items"} as const;
    const spend = {shareOf: "spend"} as const;
    expect(
      followed([
        {by: ["region", "day"], spreads: [items]},
        {by: ["day"], spreads: [items]}
      ])
    ).toEqual([undefined, "region × day"]);
    expect(
      followed([
        {by: ["region", "day"], spreads: [items]},
        {by: ["day"], spreads: [items, spend]}
      ])
    ).toEqual([undefined, undefined]);
  });
});
