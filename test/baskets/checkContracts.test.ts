import {describe, expect, it} from "vitest";
import {checkContracts, checkCounts, checkItemCount} from "../../data-loaders/baskets/checkContracts.ts";
import type {ColumnContract, TableContract} from "../../data-loaders/config/sources.ts";
import {changedSources, sources} from "./build.ts";

/** The shipped contracts with one table changed. */
const withTable = (name: string, change: (contract: TableContract) => Partial<TableContract>) =>
  changedSources((contract) => (contract.name === name ? change(contract) : {}));

const withColumn = (table: string, name: string, change: Partial<ColumnContract>) =>
  withTable(table, ({columns}) => ({
    columns: columns.map((each) => (each.name === name ? {...each, ...change} : each))
  }));

const repeats = (keep: "first" | "last") => ({
  same: {because: "a test"},
  different: {keep, because: "a test"}
});

describe("checkContracts", () => {
  it("takes the shipped contracts", () => {
    expect(() => checkContracts(sources)).not.toThrow();
  });

  it.each([
    [
      "a cart position of 512",
      withColumn("items", "cart_position", {up_to: 512}),
      "tables.items.columns.cart_position: the basket store holds 0 to 511 here"
    ],
    [
      "days that may be negative",
      withColumn("orders", "day", {from: undefined}),
      "tables.orders.columns.day: the basket store holds 0 to 6 here; declare `from` and `up_to` within it"
    ],
    [
      "hours without a missing value's place",
      withColumn("orders", "hour", {missing: true}),
      "tables.orders.columns.hour.missing: every row needs this value"
    ],
    [
      "an optional reordered flag",
      withColumn("items", "reordered", {missing: true, optional: true}),
      "tables.items.columns.reordered.missing: every row needs this value"
    ],
    [
      "a department that may lack",
      withColumn("products", "department_id", {missing: true}),
      "tables.products.columns.department_id.missing: every row needs this value"
    ],
    [
      "another key",
      withTable("products", () => ({key: ["product_name"]})),
      "tables.products.key: rows are told apart by product_id here"
    ],
    [
      "a choice among customers",
      withTable("customers", () => ({keep: {column: "state", value: "Ohio", because: "a test"}})),
      "tables.customers.keep: only orders can be chosen among"
    ],
    [
      "a rule for repeated orders",
      withTable("orders", () => ({repeats: repeats("first")})),
      "tables.orders.repeats: the first order with an id stays"
    ],
    [
      "the last of repeated items",
      withTable("items", () => ({repeats: repeats("last")})),
      "tables.items.repeats.different.keep: the first of an order's rows"
    ],
    [
      "optional products",
      withTable("products", () => ({optional: true})),
      "tables.products.optional: only the customers' file may be absent"
    ]
  ])("refuses %s", (_, changed, message) => {
    expect(() => checkContracts(changed)).toThrow(`config/sources.yaml ${message}`);
  });

  it("takes what the store can do", () => {
    for (const fine of [
      withColumn("orders", "days_since_prior_order", {optional: true}),
      withColumn("customers", "age", {missing: true}),
      withTable("items", () => ({repeats: repeats("first")}))
    ]) {
      expect(() => checkContracts(fine)).not.toThrow();
    }
  });
});

describe("the store's limits", () => {
  it("are told", () => {
    expect(() => checkCounts(2 ** 22 - 1, 65_535, 65_535)).not.toThrow();
    expect(() => checkCounts(2 ** 22, 65_536, 134)).toThrow(
      "4194304 products; the basket store can hold 4194303\ndepartments: 65536"
    );
    expect(() => checkItemCount(2 ** 32 - 2)).not.toThrow();
    expect(() => checkItemCount(2 ** 32)).toThrow("the basket store can hold 4294967294");
  });
});
