import type {SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import {countsSql, isCustomerDimension} from "./counts.ts";

const SQUARES = (n: string, d: string): string =>
  [
    [n, n, "nn"],
    [n, d, "nd"],
    [d, d, "dd"]
  ]
    .map(([a, b, name]) => `CAST(sum(CAST(${a} AS HUGEINT) * CAST(${b} AS HUGEINT)) AS DOUBLE) AS ${name}`)
    .join(", ");

/** SQL of the sums of squares over customers, by the groups in which a customer did something. */
export function spreadSql(by: readonly string[], spread: SpreadOf): string {
  const perCustomer = `SELECT * FROM (${countsSql([...by, "customer_id"])})`;
  const grouped = by.length > 0 ? `GROUP BY ${by.join(", ")}` : "";
  const labels = by.map((name) => `${name}, `).join("");
  if ("over" in spread)
    return `SELECT ${labels}1.0::DOUBLE AS customers, ${SQUARES(...spread.over)} FROM (${perCustomer}) ${grouped}`;
  return `WITH did AS (${perCustomer}),
      whole AS (SELECT customer_id, sum(${spread.shareOf}) AS whole FROM did GROUP BY customer_id)
    SELECT ${labels}1.0::DOUBLE AS customers, ${SQUARES(spread.shareOf, "whole")}
    FROM did JOIN whole USING (customer_id) ${grouped}`;
}

/** Of a share: d² over all customers of each group of customers. */
export function groupSql(by: readonly string[], part: string): string {
  const ofCustomers = by.filter(isCustomerDimension);
  const grouped = ofCustomers.length > 0 ? `GROUP BY ${ofCustomers.join(", ")}` : "";
  const did = countsSql([...by, "customer_id"]);
  return `WITH whole AS (SELECT customer_id, sum(${part}) AS whole FROM (${did}) GROUP BY customer_id)
    SELECT ${ofCustomers.map((name) => `${name}, `).join("")}1.0::DOUBLE AS customers, ${SQUARES("whole", "whole")}
    FROM whole JOIN segment USING (customer_id) ${grouped}`;
}
