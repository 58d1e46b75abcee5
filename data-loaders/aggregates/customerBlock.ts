import {orderRows} from "../kernels/rows.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {Baskets} from "../baskets/store.ts";
import {BLOCK, makeRoom, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/** Customers that are read together, and what they did order by order; in the kernels' memory. */
export interface CustomerBlock {
  /** First customer and how many. */
  first: number;
  customers: number;
  /** First order of the block; a row of `orders` is the order at that place after it. */
  firstOrder: number;
  readonly orders: PartRows;
  /** Days since the prior order, by order; `noGap` and above where there is none. */
  gap: Uint16Array;
  readonly noGap: number;
  /** By order and one more, as in the store; `item` begins with the first of them. */
  itemStart: Uint32Array;
  item: Uint32Array;
  /** By product. */
  readonly price: Int32Array;
}

type Arrays = Omit<Baskets, "words">;

/** How much of its customers' baskets a block is asked for. */
export type Depth = "gaps" | "items" | "orders";

/** Memory for blocks, read one after another. `noGap` is above the longest gap in the store. */
export function customerBlock(noGap: number, {price}: Arrays): CustomerBlock {
  const prices = kernelArray(Int32Array, price.length);
  prices.set(price);
  return {
    first: 0,
    customers: 0,
    firstOrder: 0,
    orders: partRows(),
    gap: kernelArray(Uint16Array, 0),
    noGap,
    itemStart: kernelArray(Uint32Array, 0),
    item: kernelArray(Uint32Array, 0),
    price: prices
  };
}

/** Ranges of at most `BLOCK` customers. */
export function* blocksOf(from: number, to: number): Generator<readonly [first: number, customers: number]> {
  for (let first = from; first < to; first += BLOCK) yield [first, Math.min(BLOCK, to - first)];
}

/** The orders' places and the gaps before them; items, and orders' rows made of them, only where they are asked for. */
export function readBlock(
  {orderStart, orderGap, itemStart, item}: Arrays,
  first: number,
  customers: number,
  block: CustomerBlock,
  depth: Depth
): void {
  const firstOrder = orderStart[first]!;
  const endOrder = orderStart[first + customers]!;
  block.first = first;
  block.customers = customers;
  block.firstOrder = firstOrder;
  const {start} = block.orders;
  for (let c = 0; c <= customers; c++) start[c] = orderStart[first + c]! - firstOrder;
  if (block.gap.length < endOrder - firstOrder)
    block.gap = kernelArray(Uint16Array, 2 * (endOrder - firstOrder));
  block.gap.set(orderGap.subarray(firstOrder, endOrder));
  if (depth === "gaps") return;
  const [firstItem, endItem] = [itemStart[firstOrder]!, itemStart[endOrder]!];
  if (block.itemStart.length <= endOrder - firstOrder)
    block.itemStart = kernelArray(Uint32Array, 2 * (endOrder - firstOrder + 1));
  if (block.item.length < endItem - firstItem)
    block.item = kernelArray(Uint32Array, 2 * (endItem - firstItem));
  block.itemStart.set(itemStart.subarray(firstOrder, endOrder + 1));
  block.item.set(item.subarray(firstItem, endItem));
  if (depth === "orders") fillOrders(block, endOrder - firstOrder);
}

function fillOrders({item, itemStart, gap, noGap, price, orders}: CustomerBlock, count: number): void {
  makeRoom(orders, count);
  orderRows(
    item.byteOffset,
    itemStart.byteOffset,
    gap.byteOffset,
    noGap,
    count,
    price.byteOffset,
    orders.numbers.byteOffset
  );
}

/** How many items the block has. */
export function itemsOf({itemStart, orders: {start}, customers}: CustomerBlock): number {
  return itemStart[start[customers]!]! - itemStart[0]!;
}
