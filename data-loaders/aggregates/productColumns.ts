import {NO_PRICE} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import {cellColumns} from "./planTotals.ts";
import type {CellColumns, PlanTotals} from "./planTotals.ts";
import {PRODUCT_CELL} from "./productCells.ts";
import type {ProductSums} from "./productCells.ts";

/** Cells of segment × product, for one thread. */
export interface ProductColumnsTask {
  /** Of the threads that counted. */
  readonly parts: readonly ProductSums[];
  readonly price: Int32Array;
  readonly columns: CellColumns;
  readonly from: number;
  readonly to: number;
}

/** Adds the threads' parts of segment × product: there are many, so that each thread adds some. */
export async function productTotals(
  parts: readonly ProductSums[],
  cells: number,
  price: Int32Array,
  pool: WorkerPool
): Promise<PlanTotals> {
  const columns = cellColumns(cells);
  const bound = (part: number): number => Math.floor((cells * part) / pool.size);
  await Promise.all(
    Array.from({length: pool.size}, (_, part) =>
      pool.run<void>(
        "productColumns",
        {parts, price, columns, from: bound(part), to: bound(part + 1)} satisfies ProductColumnsTask,
        "next"
      )
    )
  );
  return {columns, spreads: []};
}

/** What products cost follows from the price. */
export function productColumns({parts, price, columns, from, to}: ProductColumnsTask): void {
  const {customers, items, reordered_items, priced_items, spend, largest_spend} = columns;
  for (let cell = from, product = from % price.length; cell < to; cell++, product++) {
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
