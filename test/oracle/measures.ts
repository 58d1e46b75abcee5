import {countsSql, isCustomerDimension, partsOf} from "./counts.ts";

/*
 * What config/measures.yaml means, written by hand: `c` are the counts of a cell, `g` those of the group it is a part of,
 * `b` those of the same cell over everyone, `w` those of everyone. Money in its unit, not in cents.
 */
export const MEASURES: Readonly<Record<string, string>> = {
  customers: "c.customers",
  orders: "c.orders",
  items: "c.items",
  spend: "c.spend / 100",
  items_per_order: "c.items / nullif(c.orders, 0)",
  spend_per_order: "c.spend / nullif(c.orders, 0) / 100",
  price_per_item: "c.spend / nullif(c.priced_items, 0) / 100",
  orders_per_customer: "c.orders / nullif(c.customers, 0)",
  items_per_customer: "c.items / nullif(c.customers, 0)",
  spend_per_customer: "c.spend / nullif(c.customers, 0) / 100",
  mean_days_between_orders: "c.gap_days / nullif(c.gaps, 0)",
  median_days_between_orders: "c.median_gap",
  reorder_share: "c.reordered_items / nullif(c.items, 0)",
  customer_share: "c.customers / nullif(g.customers, 0)",
  order_share: "c.orders / nullif(g.orders, 0)",
  item_share: "c.items / nullif(g.items, 0)",
  spend_share: "c.spend / nullif(g.spend, 0)",
  penetration: "c.customers / nullif(g.customers, 0)",
  index: "100 * (c.items / nullif(g.items, 0)) / nullif(b.items / w.items, 0)"
};

/** A question of a page: the cells by `by`, of one group of customers or of all, shares within a dimension or the whole. */
export interface Question {
  readonly by: readonly string[];
  readonly of?: {readonly segmentation: string; readonly label: string};
  readonly within?: string;
  readonly measures: readonly string[];
}

/**
 * SQL of a question: per cell its labels, its customers, the measures, `<measure>_share` of those that add up, and
 * `<measure>_all_customers`, everyone's value; `base_customers` and `group_customers` tell whom these describe. A cell
 * with nobody of the group in it, though others are, is a row too.
 */
export function questionSql({by, of, within, measures}: Question): string {
  const where = of ? `${of.segmentation} = '${of.label.replaceAll("'", "''")}'` : "true";
  const general = by.filter((name) => !isCustomerDimension(name));
  const shares = measures.filter((name) => /^(customers|orders|items|spend)$/.test(name));
  const everyone = (sql: string) => sql.replace(/\bc\./g, "b.").replace(/\bg\./g, "w.");
  const values = measures.flatMap((name) => [
    `CAST(${MEASURES[name]} AS DOUBLE) AS ${name}`,
    `CAST(${everyone(MEASURES[name]!)} AS DOUBLE) AS ${name}_all_customers`
  ]);
  return `WITH b AS (${countsSql(general)}), w AS (${countsSql([])}), g AS (${countsSql(within ? [within] : [], where)}),
    known AS (${countsSql(by, where)}), c AS (${withEmpty(by, general)})
    SELECT ${[
      ...by.map((name) => `c.${name} AS ${name}`),
      "c.customers AS described_customers",
      "b.customers AS base_customers",
      "g.customers AS group_customers",
      ...values,
      ...shares.map((name) => `c.${name} / nullif(g.${name}, 0) AS ${name}_share`)
    ].join(", ")}
    FROM c JOIN b ON ${equal("c", "b", general)} JOIN g ON ${equal("c", "g", within ? [within] : [])} CROSS JOIN w`;
}

/** The known cells, and those where nobody of the group is though others are: their counts are 0, their median none. */
function withEmpty(by: readonly string[], general: readonly string[]): string {
  if (by.length === 0) return "FROM known";
  const ofCustomers = by.filter(isCustomerDimension);
  const parts = partsOf(by).map((part) => (part === "median_gap" ? part : `coalesce(${part}, 0) AS ${part}`));
  const labels = [
    general.length > 0 ? `(SELECT ${general.join(", ")} FROM b)` : "(SELECT 1)",
    ofCustomers.length > 0 ? `(SELECT DISTINCT ${ofCustomers.join(", ")} FROM segment)` : "(SELECT 1)"
  ];
  return `SELECT ${[...by, ...parts].join(", ")}
    FROM (FROM ${labels.join(" CROSS JOIN ")}) LEFT JOIN known USING (${by.join(", ")})`;
}

const equal = (one: string, other: string, names: readonly string[]): string =>
  ["true", ...names.map((name) => `${one}.${name} = ${other}.${name}`)].join(" AND ");
