import {kernelWindow} from "../kernels/kernelWindow.ts";
import type {BasketArrays} from "./store.ts";

/** Whole customers whose baskets a kernel looks at together, and where the arrays of the store would begin: see `kernelWindow`. */
export interface BasketWindow {
  readonly from: number;
  readonly to: number;
  readonly fromOrder: number;
  readonly toOrder: number;
  readonly orderStart: number;
  readonly itemStart: number;
  /** Of no use where the store was given without items. */
  readonly item: number;
}

/** Few enough that what is read stays in the cache; a customer with more is read whole. */
const ROWS = 2 ** 16;

/** The baskets of customers `from` to `to`, window by window; each lasts until the next. */
export function* basketWindows(
  {orderStart, itemStart, item}: BasketArrays,
  from: number,
  to: number
): Generator<BasketWindow> {
  const [orders, starts, items] = [
    kernelWindow<Uint32Array>(Uint32Array),
    kernelWindow<Uint32Array>(Uint32Array),
    kernelWindow<Uint32Array>(Uint32Array)
  ];
  const rowsBefore = (customer: number): number => {
    const order = orderStart[customer]!;
    return order + itemStart[order]!;
  };
  for (let first = from, end = from; first < to; first = end) {
    const most = rowsBefore(first) + ROWS;
    do end++;
    while (end < to && rowsBefore(end + 1) <= most);
    const [fromOrder, toOrder] = [orderStart[first]!, orderStart[end]!];
    yield {
      from: first,
      to: end,
      fromOrder,
      toOrder,
      orderStart: orders(orderStart, first, end + 1),
      itemStart: starts(itemStart, fromOrder, toOrder + 1),
      item: item.length > 0 ? items(item, itemStart[fromOrder]!, itemStart[toOrder]!) : 0
    };
  }
}
