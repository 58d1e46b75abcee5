import type {Measure, Measures} from "../../data-loaders/config/measures.ts";

type Kind = Measure extends infer One
  ? One extends Measure
    ? Omit<One, "name" | "base" | "says" | "unit">
    : never
  : never;
const measure = (
  name: string,
  unit: string,
  kind: Kind,
  base = "all customers",
  says = name.replaceAll("_", " ")
): Measure =>
  ({
    name,
    unit,
    base,
    says,
    ...(kind.kind !== "total" && kind.kind !== "median" && {matters: {kind: "relative", share: 0.05}}),
    ...kind
  }) as Measure;

/** Measures of every kind. */
export const measures: Measures = {
  currency: "$",
  measures: [
    measure("customers", "customers", {kind: "total", part: "customers"}),
    measure("orders", "orders", {kind: "total", part: "orders"}, "all prior orders", "prior orders"),
    measure("items", "items", {kind: "total", part: "items"}, "all item lines"),
    measure("spend", "money", {kind: "total", part: "spend"}),
    measure(
      "items_per_order",
      "items per order",
      {kind: "ratio", over: ["items", "orders"]},
      "all prior orders"
    ),
    measure("price_per_item", "money per item", {kind: "ratio", over: ["spend", "priced_items"]}),
    measure("orders_per_customer", "orders per customer", {kind: "ratio", over: ["orders", "customers"]}),
    measure("median_days_between_orders", "days", {kind: "median", of: "gaps"}),
    measure(
      "customer_share",
      "share",
      {kind: "share", part: "customers"},
      "all customers",
      "share of customers"
    ),
    measure("order_share", "share", {kind: "share", part: "orders"}, "all prior orders", "share of orders"),
    measure("item_share", "share", {kind: "share", part: "items"}, "all item lines", "share of item lines"),
    measure("penetration", "share", {kind: "penetration"}, "customers of the group"),
    measure("index", "index", {kind: "index", part: "items"}, "all customers = 100")
  ]
};
