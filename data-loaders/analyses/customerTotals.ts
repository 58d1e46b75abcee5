import type {Part} from "../config/measures.ts";
import type {BasketArrays} from "../baskets/store.ts";
import {basketWindows} from "../baskets/basketWindows.ts";
import {NO_GAP} from "../baskets/store.ts";
import {totals as addTotals} from "../kernels/customerSums.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {kernelWindow} from "../kernels/kernelWindow.ts";

/** What each customer did in all. Grain of the lists: one entry per customer. Spend in cents. */
export type CustomerTotals = Readonly<Record<TotalPart, Float64Array<SharedArrayBuffer>>>;

/** A customer is one customer: that part needs no list. */
export type TotalPart = Exclude<Part, "customers">;

/** In the order in which the kernel tells them. */
export const TOTAL_PARTS: readonly TotalPart[] = [
  "orders",
  "items",
  "priced_items",
  "spend",
  "reordered_items",
  "gaps",
  "gap_days"
];

/** Totals of a range of customers, for one thread; written to their places. */
export interface TotalsTask {
  readonly baskets: BasketArrays;
  readonly from: number;
  readonly to: number;
  readonly totals: CustomerTotals;
}

/** @returns item lines of the range by product */
export function customerTotals({baskets, from, to, totals}: TotalsTask): Uint32Array {
  const products = kernelArray(Int32Array, 2 * baskets.products);
  for (let product = 0; product < baskets.products; product++) {
    products[2 * product] = baskets.price[product]!;
    products[2 * product + 1] = 0;
  }
  const gaps = kernelWindow<Uint16Array>(Uint16Array);
  let sums = kernelArray(Float64Array, 0);
  for (const window of basketWindows(baskets, from, to)) {
    const customers = window.to - window.from;
    const length = TOTAL_PARTS.length * customers;
    if (sums.length < length) sums = kernelArray(Float64Array, 2 * length);
    addTotals(
      window.item,
      window.itemStart,
      window.orderStart,
      window.from,
      window.to,
      products.byteOffset,
      gaps(baskets.orderGap, window.fromOrder, window.toOrder),
      NO_GAP,
      sums.byteOffset
    );
    for (const [at, part] of TOTAL_PARTS.entries())
      totals[part].set(sums.subarray(at * customers, (at + 1) * customers), window.from);
  }
  return Uint32Array.from({length: baskets.products}, (_, product) => products[2 * product + 1]!);
}
