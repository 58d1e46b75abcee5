import type {Part} from "../config/measures.ts";
import type {CustomerTotals} from "./customerTotals.ts";

/** A value of one customer: part ÷ part of all they did; `customers` is 1. Spend in cents. */
export interface CustomerValue {
  readonly over: readonly [Part, Part];
}

/** `spend/orders` */
export function valueKey({over}: CustomerValue): string {
  return over.join("/");
}

/** NaN where the customer has nothing of the second part. */
export function customerValues({over: [part, by]}: CustomerValue, totals: CustomerTotals): Float64Array {
  const values = new Float64Array(totals.orders.length);
  const one = values.slice().fill(1);
  const above = part === "customers" ? one : totals[part];
  const below = by === "customers" ? one : totals[by];
  for (let customer = 0; customer < values.length; customer++)
    values[customer] = above[customer]! / (below[customer]! || Number.NaN);
  return values;
}
