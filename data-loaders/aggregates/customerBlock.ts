import type {Baskets} from "../baskets/store.ts";
import {NO_GAP, productOf, reorderedOf} from "../baskets/store.ts";
import {BLOCK, makeRoom, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/** Customers that are read together, and what they did order by order. */
export interface CustomerBlock {
  /** First customer and how many. */
  first: number;
  customers: number;
  /** First order of the block; a row of `orders` is the order at that place after it. */
  firstOrder: number;
  readonly orders: PartRows;
  /** Days since the prior order, per row of `orders`; `noGap` where there is none. */
  gaps: Int32Array;
  readonly noGap: number;
}

type Arrays = Omit<Baskets, "words">;

/** Memory for blocks, read one after another. `noGap` is above the longest gap in the store. */
export function customerBlock(noGap: number): CustomerBlock {
  return {
    first: 0,
    customers: 0,
    firstOrder: 0,
    orders: partRows(),
    gaps: new Int32Array(0),
    noGap
  };
}

/** Ranges of at most `BLOCK` customers. */
export function* blocksOf(from: number, to: number): Generator<readonly [first: number, customers: number]> {
  for (let first = from; first < to; first += BLOCK) yield [first, Math.min(BLOCK, to - first)];
}

/** The orders' places and the gaps before them; what was in the orders only where it is asked for. */
export function readBlock(
  baskets: Arrays,
  first: number,
  customers: number,
  block: CustomerBlock,
  wantsOrders: boolean
): void {
  const {orderStart} = baskets;
  const endOrder = orderStart[first + customers]!;
  block.first = first;
  block.customers = customers;
  block.firstOrder = orderStart[first]!;
  for (let c = 0; c <= customers; c++) block.orders.start[c] = orderStart[first + c]! - block.firstOrder;
  fillGaps(baskets, endOrder - block.firstOrder, block);
  if (!wantsOrders) return;
  makeRoom(block.orders, endOrder - block.firstOrder);
  fillOrders(baskets, block);
}

function fillOrders({itemStart, item, price}: Arrays, {customers, firstOrder, orders}: CustomerBlock): void {
  const {start, codes, orders: ones, items, priced, spend, reordered} = orders;
  for (let row = 0; row < start[customers]!; row++) {
    const from = itemStart[firstOrder + row]!;
    const to = itemStart[firstOrder + row + 1]!;
    let known = 0;
    let cents = 0;
    let again = 0;
    for (let i = from; i < to; i++) {
      const packed = item[i]!;
      const itemCents = price[productOf(packed)]!;
      const unknown = itemCents >> 31; // NO_PRICE is negative: all bits, else none
      again += reorderedOf(packed);
      known += 1 + unknown;
      cents += itemCents & ~unknown;
    }
    codes[row] = row;
    ones[row] = 1;
    items[row] = to - from;
    priced[row] = known;
    spend[row] = cents;
    reordered[row] = again;
  }
}

function fillGaps({orderGap}: Arrays, orders: number, block: CustomerBlock): void {
  if (block.gaps.length < orders) block.gaps = new Int32Array(2 * orders);
  for (let row = 0; row < orders; row++) {
    const gap = orderGap[block.firstOrder + row]!;
    block.gaps[row] = gap === NO_GAP ? block.noGap : gap;
  }
}
