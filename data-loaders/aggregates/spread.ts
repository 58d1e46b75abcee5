import type {Part} from "../config/measures.ts";

/**
 * How a ratio of sums over a cell's customers scatters from customer to customer: customers are drawn as wholes, so
 * their orders and items are not independent of each other.
 *
 * - `over: [n, d]`: parts of the same cell; d may be `customers`, 1 for each customer with a row in the cell.
 * - `shareOf: part`: n is the customer's part in the cell, d the customer's total of it over all cells of the group,
 *   that is over all codes of the dimensions that are not of customers.
 */
export type SpreadOf = {readonly over: readonly [Part, Part]} | {readonly shareOf: Part};

/**
 * Sums over customers of n², n·d and d², by cell; NaN where the cell is hidden. Exact sums of whole numbers, rounded
 * once. Of a share, d² goes over every customer of the group, also those with nothing in the cell.
 */
export interface CellMoments {
  readonly nn: Float64Array;
  readonly nd: Float64Array;
  readonly dd: Float64Array;
}

/** `spend/orders`, `share of items` */
export function spreadKey(spread: SpreadOf): string {
  return "over" in spread ? spread.over.join("/") : `share of ${spread.shareOf}`;
}
