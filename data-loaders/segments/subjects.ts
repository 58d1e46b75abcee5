import type {Grain} from "../config/segments.ts";
import type {Baskets} from "../baskets/store.ts";
import {NO_GAP} from "../baskets/store.ts";
import {productValue} from "../facts/productValue.ts";

/** A named value of each row of a grain: number, text, or undefined where missing. */
export interface Subject {
  readonly name: string;
  readonly valueAt: (row: number) => number | string | undefined;
}

/** Rows a segmentation of this grain splits: customers, orders, or products (an item is split by its product). */
export function rowsOf(grain: Grain, baskets: Baskets): number {
  if (grain === "customer") return baskets.customers;
  return grain === "order" ? baskets.orders : baskets.products;
}

export type FactValues = ReadonlyMap<string, Float64Array>;

/** Finds what a name in a rule stands for: a fact, `customer.age`, `item.department`, `order.hour`. */
export function findSubject(name: string, baskets: Baskets, facts: FactValues): Subject | undefined {
  const fact = facts.get(name);
  if (fact) return {name, valueAt: (row) => present(fact[row]!)};
  const [grain, column = ""] = name.split(".");
  if (grain === "customer") return attribute(name, column, baskets);
  if (grain === "item") return {name, valueAt: (product) => productValue(baskets, column, product)};
  return grain === "order" ? orderSubject(name, column, baskets) : undefined;
}

function attribute(name: string, columnName: string, {words}: Baskets): Subject | undefined {
  const column = words.attributes[columnName];
  if (!column) return undefined;
  if (column.kind === "numbers") return {name, valueAt: (row) => present(column.values[row]!)};
  if (column.kind === "texts") return {name, valueAt: (row) => column.values[row]};
  return {name, valueAt: (row) => column.labels[column.codes[row]!]};
}

function orderSubject(
  name: string,
  column: string,
  {orderSlot, orderNumber, orderGap}: Baskets
): Subject | undefined {
  if (column === "day") return {name, valueAt: (order) => Math.floor(orderSlot[order]! / 24)};
  if (column === "hour") return {name, valueAt: (order) => orderSlot[order]! % 24};
  if (column === "order_number") return {name, valueAt: (order) => orderNumber[order]!};
  if (column !== "days_since_prior_order") return undefined;
  return {name, valueAt: (order) => (orderGap[order]! === NO_GAP ? undefined : orderGap[order]!)};
}

function present(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
