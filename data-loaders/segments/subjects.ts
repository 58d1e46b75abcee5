import type {Grain} from "../config/segments.ts";
import type {Baskets} from "../baskets/store.ts";
import {NO_GAP} from "../baskets/store.ts";
import {orderReader} from "../facts/rowReaders.ts";
import {productSubject} from "../facts/subject.ts";
import type {Subject} from "../facts/subject.ts";

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
  if (grain === "item") return productSubject(name, baskets);
  return grain === "order" ? orderSubject(name, column, baskets) : undefined;
}

function attribute(name: string, columnName: string, {words}: Baskets): Subject | undefined {
  const column = words.attributes[columnName];
  if (!column) return undefined;
  if (column.kind === "categories") return {name, kind: "codes", codes: column.codes, labels: column.labels};
  return {name, ...column};
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
