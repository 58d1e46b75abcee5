import {NO_PRICE} from "../baskets/store.ts";
import {cellColumns} from "./planTotals.ts";
import type {CellColumns, PlanTotals} from "./planTotals.ts";
import {PRODUCT_CELL} from "./productCells.ts";
import type {ProductSums} from "./productCells.ts";

/** Adds the threads' parts of segment × product. */
export function productTotals(parts: readonly ProductSums[], cells: number, price: Int32Array): PlanTotals {
  const columns = cellColumns(cells);
  addProducts(parts, price, columns);
  return {columns, spreads: []};
}

/** What products cost follows from the price. */
function addProducts(parts: readonly ProductSums[], price: Int32Array, columns: CellColumns): void {
  const {customers, items, reordered_items, priced_items, spend, largest_spend} = columns;
  for (let cell = 0, product = 0; cell < customers.length; cell++, product++) {
    if (product === price.length) product = 0;
    const at = PRODUCT_CELL * cell;
    let buyers = 0;
    let all = 0;
    let again = 0;
    let most = 0;
    for (const {bought} of parts) {
      buyers += bought[at]!;
      all += bought[at + 1]!;
      again += bought[at + 2]!;
      most = Math.max(most, bought[at + 3]!);
    }
    customers[cell] = buyers;
    items[cell] = all;
    reordered_items[cell] = again;
    const cents = price[product]!;
    if (cents === NO_PRICE) continue;
    priced_items[cell] = all;
    spend[cell] = cents * all;
    largest_spend[cell] = cents * most;
  }
}
