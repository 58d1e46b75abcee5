import type {Grain} from "../../data-loaders/config/segments.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";

/** Grain: one entry per code. */
export interface RowCounts {
  /** Customers, orders or products, by the grain of the codes. */
  readonly rows: Float64Array;
  /** Distinct customers behind the rows; infinite for products, which tell of no customer. */
  readonly customers: Float64Array;
}

/** Counts the rows of each code. @param codeOf code from 0 to `codes` − 1 of each customer, order or product */
export function rowCounts(
  grain: Grain,
  codeOf: (row: number) => number,
  codes: number,
  {customers, orders, products, orderStart}: Baskets
): RowCounts {
  const rows = new Float64Array(codes);
  const total = {customer: customers, order: orders, item: products}[grain];
  for (let row = 0; row < total; row++) rows[codeOf(row)]!++;
  if (grain === "customer") return {rows, customers: rows};
  if (grain === "item") return {rows, customers: rows.map(() => Number.POSITIVE_INFINITY)};
  const distinct = new Float64Array(codes);
  const last = new Int32Array(codes).fill(-1);
  for (let customer = 0; customer < customers; customer++) {
    for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
      const code = codeOf(order);
      if (last[code] !== customer) distinct[code]!++;
      last[code] = customer;
    }
  }
  return {rows, customers: distinct};
}
