import {describe, expect, it} from "vitest";
import {segmentedBaskets} from "../../data-loaders/aggregates/segmentedBaskets.ts";
import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import {readConfig} from "../../data-loaders/config/readConfig.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {tempFolder} from "../tempFolder.ts";
import {compareAggregate} from "./compareAggregate.ts";
import {compareFigure} from "./compareFigure.ts";
import {damagedSample} from "./damagedSample.ts";
import {Tally} from "./tally.ts";

closePools();

const ANSWER = {
  department: ["deli", "snacks"],
  customers: [12, 3],
  items: [30, 4],
  priced_items: [30, 3],
  spend: [9000, 700],
  reordered_items: [5, 0]
};
const LABELS = ["deli", "bulk", "snacks"];

/** What the engine would give for ANSWER. */
function aggregate(changes: Readonly<Record<string, readonly number[]>> = {}, labels = LABELS): RawAggregate {
  const {department: _, ...parts} = ANSWER;
  const right = Object.entries(parts).map(([name, [deli, snacks]]) => [name, [deli!, 0, snacks!]] as const);
  const lists = Object.entries({...Object.fromEntries(right), ...changes});
  const ours = Object.fromEntries(lists.map(([name, list]) => [name, Float64Array.from(list)]));
  const dimension = {name: "department", title: "Department", grain: "item", labels, ordered: false} as const;
  return {dimensions: [dimension], cells: 3, parts: ours as RawAggregate["parts"]};
}

function faultsOf(found: RawAggregate): readonly string[] {
  const tally = new Tally();
  compareAggregate(found, ["department"], ANSWER, tally);
  return tally.first;
}

describe("the oracle finds", () => {
  it("nothing where all is right", () => expect(faultsOf(aggregate())).toEqual([]));

  it.each([
    ["a number off by one", {spend: [9000, 0, 701]}, "spend by department, cell 2 (snacks): 701, by SQL 700"],
    ["a cell that should be empty", {items: [30, 1, 4]}, "items by department, cell 1 (bulk): 1, by SQL 0"],
    [
      "a number that is none",
      {customers: [12, 0, Number.NaN]},
      "customers by department, cell 2 (snacks): NaN, by SQL 3"
    ],
    ["a part too many", {orders: [1, 0, 1]}, "parts by department: customers,items,orders,priced_items"]
  ])("%s", (_, changes, fault) => {
    const [first] = faultsOf(aggregate(changes));
    expect(first).toContain(fault);
  });

  it("labels changed about, and one that is not known", () => {
    expect(faultsOf(aggregate({}, ["snacks", "bulk", "deli"]))).toHaveLength(10);
    expect(faultsOf(aggregate({}, ["deli", "bulk", "Snacks"]))[0]).toBe(
      'by department: SQL has department "snacks", the engine has not'
    );
  });

  it.each([
    ["deli,30,12,\nsnacks,,,too few customers\n", []],
    ["deli,31,12,\nsnacks,,,too few customers\n", ["items, deli, items: 31, by SQL 30"]],
    ["deli,30,13,\nsnacks,,,too few customers\n", ["items, deli, customers: 13, by SQL 12"]],
    ["deli,30,12,\nsnacks,4,,too few customers\n", ["items, snacks, items: 4, by SQL NaN"]],
    ["snacks,,,too few customers\n", ["items leaves out deli"]]
  ])("in the published lines %j: %j", (lines, faults) => {
    const tally = new Tally();
    const answer = {
      department: ["deli", "snacks"],
      items: [30, 4],
      described_customers: [12, 3],
      base_customers: [12, 3],
      group_customers: [14, 14]
    };
    const csv = `department,items,customers,note\n${lines}`;
    const question = {by: ["department"], measures: ["items"]};
    compareFigure({id: "items", question, csv, answer, productNames: [], atLeast: 10}, tally);
    expect(tally.first).toEqual(faults);
  });
});

it("the damaged sample has a row set aside for every reason that SQL counts", async () => {
  const folder = await damagedSample();
  const read = await segmentedBaskets(readConfig("config"), folder, tempFolder(), poolOf(2), () => undefined);
  const {tables, values} = read.baskets.words.flow;
  const reasons = tables.flatMap(({set_aside}) => set_aside.map(({reason}) => reason));
  expect([...reasons, ...values.map(({column, note}) => `${column} ${note}`)].sort()).toEqual([
    "has no order in use",
    "its order was set aside",
    "names no customer",
    "names no order",
    "names no product",
    "not in use by rule",
    "price above 100, taken as missing",
    "price missing",
    "product_name missing",
    "repeats an earlier order_id",
    "repeats an earlier product of its order",
    "repeats an earlier row word for word",
    "shares its product_id with a different row"
  ]);
});
