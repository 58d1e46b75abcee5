import {describe, expect, it} from "vitest";
import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {askedCells, cellPlans, fillGroups} from "../../data-loaders/aggregates/cellPlan.ts";
import type {CellPlan} from "../../data-loaders/aggregates/cellPlan.ts";
import {jointPlans} from "../../data-loaders/aggregates/jointPlans.ts";
import type {JointPlans} from "../../data-loaders/aggregates/jointPlans.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import {dimensioned, randomCustomers} from "./randomBaskets.ts";

const {baskets, dimensions} = dimensioned(randomCustomers(3, 90));

function joint(
  queries: readonly AggregateQuery[],
  mostCells: number
): JointPlans & {plans: readonly CellPlan[]} {
  const {plans} = cellPlans(queries.map((query) => askedCells(query, dimensions)));
  return {plans, ...jointPlans(plans, mostCells)};
}

const of = (by: readonly string[][]): AggregateQuery[] => by.map((names) => ({by: names}));

describe("jointPlans", () => {
  it("count segmentations of the same split together, while their cells are few", () => {
    const {counted, ups} = joint(of([["region"], ["loyalty"], [], ["loyalty", "day"], ["day"]]), 6);
    expect(counted.map(({cells}) => cells).sort((a, b) => a - b)).toEqual([6, 21]);
    const places = ups.map(({from}) => counted[from]!.cells);
    expect(places).toEqual([6, 6, 6, 21, 21]);
  });

  it("leave apart what would have too many cells, but for everyone", () => {
    const {counted, ups} = joint(of([["region"], ["loyalty"], []]), 5);
    expect(counted.map(({cells}) => cells)).toEqual([3, 2]);
    expect(ups.map(({from}) => from)).toEqual([1, 0, 0]);
  });

  it("tell each customer's segments from the joint group", () => {
    const {plans, counted, ups} = joint(of([["region"], ["both"], ["loyalty"], []]), 1000);
    const groups = new Uint32Array(baskets.customers);
    expect(counted).toHaveLength(1);
    fillGroups(counted[0]!, 1, 0, baskets.customers, groups);
    for (const [at, {customer}] of plans.entries())
      expect([...groups].map((group) => ups[at]!.groupOf[group])).toEqual(
        Array.from(groups, (_, one) => customer.codes?.[one] ?? 0)
      );
  });

  it("ask for every spread once", () => {
    const items = {shareOf: "items"} as const;
    const spend = {shareOf: "spend"} as const;
    const queries: AggregateQuery[] = [
      {by: ["region", "day"], spreads: [items]},
      {by: ["loyalty", "day"], spreads: [spend, items]}
    ];
    const [one] = joint(queries, 1000).counted;
    expect(one!.spreads.map(spreadKey).sort()).toEqual(["share of items", "share of spend"]);
  });
});
