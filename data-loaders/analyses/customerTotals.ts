import type {Part} from "../config/measures.ts";
import type {BasketArrays} from "../baskets/store.ts";
import {NO_GAP, NO_PRICE, productOf, reorderedOf} from "../baskets/store.ts";

/** What each customer did in all. Grain of the lists: one entry per customer. Spend in cents. */
export type CustomerTotals = Readonly<Record<TotalPart, Float64Array<SharedArrayBuffer>>>;

/** A customer is one customer: that part needs no list. */
export type TotalPart = Exclude<Part, "customers">;

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

export function customerTotals({baskets, from, to, totals}: TotalsTask): void {
  const {orderStart, itemStart} = baskets;
  for (let customer = from; customer < to; customer++) {
    const [order, endOrder] = [orderStart[customer]!, orderStart[customer + 1]!];
    const [item, endItem] = [itemStart[order]!, itemStart[endOrder]!];
    totals.orders[customer] = endOrder - order;
    totals.items[customer] = endItem - item;
    addItems(baskets, item, endItem, customer, totals);
    addGaps(baskets, order, endOrder, customer, totals);
  }
}

function addItems(
  {item, price}: BasketArrays,
  from: number,
  to: number,
  customer: number,
  {priced_items, spend, reordered_items}: CustomerTotals
): void {
  let known = 0;
  let cents = 0;
  let again = 0;
  for (let i = from; i < to; i++) {
    const packed = item[i]!;
    const itemCents = price[productOf(packed)]!;
    again += reorderedOf(packed);
    if (itemCents === NO_PRICE) continue;
    known++;
    cents += itemCents;
  }
  priced_items[customer] = known;
  spend[customer] = cents;
  reordered_items[customer] = again;
}

function addGaps(
  {orderGap}: BasketArrays,
  from: number,
  to: number,
  customer: number,
  {gaps, gap_days}: CustomerTotals
): void {
  let known = 0;
  let days = 0;
  for (let order = from; order < to; order++) {
    const gap = orderGap[order]!;
    if (gap === NO_GAP) continue;
    known++;
    days += gap;
  }
  gaps[customer] = known;
  gap_days[customer] = days;
}
