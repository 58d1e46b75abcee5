import {CUSTOMER_SEGMENTATIONS, PRODUCT_SEGMENTATIONS} from "./segmentations.ts";

/** What item lines only can be grouped by; all else is of orders or customers. */
const OF_ITEMS = ["department", "aisle", "product", ...Object.keys(PRODUCT_SEGMENTATIONS)];

export const isCustomerDimension = (name: string): boolean => name in CUSTOMER_SEGMENTATIONS;
export const isItemDimension = (name: string): boolean => OF_ITEMS.includes(name);

/** Orders and item lines with all that they can be grouped by; a product goes by its place, as names may repeat. */
export const viewsSql = `
  CREATE TABLE calendar AS
  SELECT dow, clock, ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'][dow + 1] AS day,
    lpad(CAST(clock AS VARCHAR), 2, '0') || ':00' AS hour
  FROM (SELECT CAST(unnest(range(7)) AS TINYINT) AS dow), (SELECT CAST(unnest(range(24)) AS TINYINT) AS clock);
  CREATE VIEW orders AS FROM visit JOIN segment USING (customer_id) JOIN calendar USING (dow, clock);
  CREATE VIEW lines AS
  SELECT *, CAST(place AS DOUBLE) AS product
  FROM line JOIN shelf USING (product_id) JOIN segment USING (customer_id) JOIN calendar USING (dow, clock);`;

const ORDER_COUNTS = `count(DISTINCT customer_id) AS customers, count(*) AS orders, count(gap) AS gaps,
  sum(gap) AS gap_days, median(gap) AS median_gap`;
const LINE_COUNTS = `count(*) AS items, count(cents) AS priced_items, sum(cents) AS spend,
  sum(reordered) AS reordered_items`;

/** Parts of an aggregate by the grain of what it is grouped by; `median_gap` stands for its histogram. */
export function partsOf(by: readonly string[]): readonly string[] {
  const ofLines = ["customers", "items", "priced_items", "spend", "reordered_items"];
  if (!by.some(isItemDimension)) return [...ofLines, "orders", "gaps", "gap_days", "median_gap"];
  return by.every((name) => isItemDimension(name) || isCustomerDimension(name))
    ? ofLines
    : [...ofLines, "orders"];
}

/**
 * SQL that counts every part by the groups. Who bought from a department is counted from item lines; who ordered at an
 * hour from orders, also where such an order kept no item.
 */
export function countsSql(by: readonly string[], where = "true"): string {
  const number = (part: string) => (part === "median_gap" ? part : `coalesce(${part}, 0)`);
  const parts = partsOf(by).map((part) => `CAST(${number(part)} AS DOUBLE) AS ${part}`);
  const groups = by.join(", ");
  const grouped = by.length > 0 ? `GROUP BY ${groups}` : "";
  const comma = by.length > 0 ? `${groups}, ` : "";
  const wanted = parts.join(", ");
  if (by.some(isItemDimension)) {
    const orders = partsOf(by).includes("orders") ? ", count(DISTINCT order_id) AS orders" : "";
    return `SELECT ${comma}${wanted} FROM (SELECT ${comma}count(DISTINCT customer_id) AS customers, ${LINE_COUNTS}${orders}
      FROM lines WHERE ${where} ${grouped})`;
  }
  return `SELECT ${comma}${wanted} FROM (SELECT ${comma}${ORDER_COUNTS} FROM orders WHERE ${where} ${grouped})
    LEFT JOIN (SELECT ${comma}${LINE_COUNTS} FROM lines WHERE ${where} ${grouped})
    ${by.length > 0 ? `USING (${groups})` : "ON true"}`;
}
