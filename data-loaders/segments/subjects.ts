import type {Grain} from "../config/segments.ts";
import type {Baskets} from "../baskets/store.ts";
import {NO_GAP, NO_PRICE} from "../baskets/store.ts";
import {orderReader} from "../facts/rowReaders.ts";

/** A named value of each row of a grain, column by column, so that tests are loops over typed arrays. */
export type Subject = {readonly name: string} & (
  | {
      readonly kind: "numbers";
      /** NaN where missing. */
      readonly values: ArrayLike<number>;
    }
  | {
      readonly kind: "codes";
      /** Index into `labels`; any other number where missing. */
      readonly codes: ArrayLike<number>;
      readonly labels: readonly string[];
    }
  | {readonly kind: "texts"; readonly values: readonly (string | undefined)[]}
);

/** The value of one row; undefined where missing. */
export function valueAt(subject: Subject, row: number): number | string | undefined {
  if (subject.kind === "texts") return subject.values[row];
  if (subject.kind === "codes") return subject.labels[subject.codes[row]!];
  const value = subject.values[row]!;
  return Number.isNaN(value) ? undefined : value;
}

/** Rows a segmentation of this grain splits: customers, orders, or products (an item is split by its product). */
export function rowsOf(grain: Grain, baskets: Baskets): number {
  if (grain === "customer") return baskets.customers;
  return grain === "order" ? baskets.orders : baskets.products;
}

/** One number per customer, or per order, by fact. */
export type FactValues = ReadonlyMap<string, Float64Array>;

/** Finds what a name in a rule stands for: a fact, `customer.age`, `item.department`, `order.hour`. */
export function findSubject(name: string, baskets: Baskets, facts: FactValues): Subject | undefined {
  const fact = facts.get(name);
  if (fact) return {name, kind: "numbers", values: fact};
  const [grain, column = ""] = name.split(".");
  if (grain === "customer") return attribute(name, column, baskets);
  if (grain === "item") return productSubject(name, column, baskets);
  return grain === "order" ? orderSubject(name, column, baskets) : undefined;
}

function attribute(name: string, columnName: string, {words}: Baskets): Subject | undefined {
  const column = words.attributes[columnName];
  if (!column) return undefined;
  if (column.kind === "categories") return {name, kind: "codes", codes: column.codes, labels: column.labels};
  return {name, ...column};
}

function productSubject(name: string, column: string, baskets: Baskets): Subject | undefined {
  const {words, price, productAisle, productDepartment} = baskets;
  if (column === "department")
    return {name, kind: "codes", codes: productDepartment, labels: words.departments};
  if (column === "aisle") return {name, kind: "codes", codes: productAisle, labels: words.aisles};
  if (column === "product") return {name, kind: "texts", values: words.productNames};
  if (column !== "price" || !words.hasPrices) return undefined;
  const values = Float64Array.from(price, (cents) => (cents === NO_PRICE ? Number.NaN : cents / 100));
  return {name, kind: "numbers", values};
}

function orderSubject(name: string, column: string, baskets: Baskets): Subject | undefined {
  const {orders, orderGap, orderNumber} = baskets;
  if (column === "order_number") return {name, kind: "numbers", values: orderNumber};
  if (column === "days_since_prior_order") {
    const values = Float32Array.from(orderGap, (days) => (days === NO_GAP ? Number.NaN : days));
    return {name, kind: "numbers", values};
  }
  if (column === "spend" && !baskets.words.hasPrices) return undefined;
  if (!["day", "hour", "items", "spend"].includes(column)) return undefined;
  const read = orderReader(column, baskets);
  const values = column === "day" || column === "hour" ? new Uint8Array(orders) : new Float64Array(orders);
  const scale = column === "spend" ? 100 : 1;
  for (let order = 0; order < orders; order++) values[order] = read(order) / scale;
  return {name, kind: "numbers", values};
}
