import {ordersAndPurchases} from "../kernels/purchases.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {kernelWindow} from "../kernels/kernelWindow.ts";
import type {KernelWindow} from "../kernels/kernelWindow.ts";
import type {Baskets} from "../baskets/store.ts";
import {blockPurchases, PURCHASE} from "./blockPurchases.ts";
import type {BlockPurchases} from "./blockPurchases.ts";
import {BLOCK, makeRoom, partRows, SPARE} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/** Customers that are read together, and what they did order by order; in the kernels' memory. */
export interface CustomerBlock {
  /** First customer and how many. */
  first: number;
  customers: number;
  /** First order of the block; a row of `orders` is the order at that place after it. */
  firstOrder: number;
  readonly orders: PartRows;
  /** Place of the days since the prior order, by order, u16; `noGap` and above where there is none. */
  gap: number;
  readonly noGap: number;
  /** Place of day × 24 + hour, by order, u8. */
  slot: number;
  /** How many items, the place of their starts, by order and one more, as in the store, and of the first of them. */
  items: number;
  itemStart: number;
  item: number;
  readonly windows: Windows;
  /** What the customers bought; there with the orders' rows. */
  purchases?: BlockPurchases;
}

/** Bring the arrays of the store, one block after another. */
interface Windows {
  readonly gap: KernelWindow<Uint16Array>;
  readonly slot: KernelWindow<Uint8Array>;
  readonly itemStart: KernelWindow<Uint32Array>;
  readonly item: KernelWindow<Uint32Array>;
}

type Arrays = Omit<Baskets, "words">;

/** How much of its customers' baskets a block is asked for; `orders` with what was bought. */
export type Depth = "gaps" | "items" | "orders";

/** Memory for blocks, read one after another. `noGap` is above the longest gap in the store. */
export function customerBlock(noGap: number): CustomerBlock {
  return {
    first: 0,
    customers: 0,
    firstOrder: 0,
    orders: partRows(),
    gap: 0,
    noGap,
    slot: 0,
    items: 0,
    itemStart: 0,
    item: 0,
    windows: {
      gap: kernelWindow<Uint16Array>(Uint16Array),
      slot: kernelWindow<Uint8Array>(Uint8Array),
      itemStart: kernelWindow<Uint32Array>(Uint32Array),
      item: kernelWindow<Uint32Array>(Uint32Array)
    }
  };
}

/** Ranges of at most `BLOCK` customers. */
export function* blocksOf(from: number, to: number): Generator<readonly [first: number, customers: number]> {
  for (let first = from; first < to; first += BLOCK) yield [first, Math.min(BLOCK, to - first)];
}

/** The orders' places and the gaps before them; items, and what is made of them, only where they are asked for. */
export function readBlock(
  {orderStart, orderGap, orderSlot, itemStart, item, price}: Arrays,
  first: number,
  customers: number,
  block: CustomerBlock,
  depth: Depth
): void {
  const {windows} = block;
  const firstOrder = orderStart[first]!;
  const endOrder = orderStart[first + customers]!;
  block.first = first;
  block.customers = customers;
  block.firstOrder = firstOrder;
  const {start} = block.orders;
  for (let c = 0; c <= customers; c++) start[c] = orderStart[first + c]! - firstOrder;
  block.gap = windows.gap(orderGap, firstOrder, endOrder) + 2 * firstOrder;
  block.slot = windows.slot(orderSlot, firstOrder, endOrder) + firstOrder;
  if (depth === "gaps") return;
  const [firstItem, endItem] = [itemStart[firstOrder]!, itemStart[endOrder]!];
  block.items = endItem - firstItem;
  block.itemStart = windows.itemStart(itemStart, firstOrder, endOrder + 1) + 4 * firstOrder;
  block.item = windows.item(item, firstItem, endItem) + 4 * firstItem;
  if (depth === "items") return;
  block.purchases ??= blockPurchases(price);
  readOrders(block, block.purchases, endOrder - firstOrder);
}

function readOrders(block: CustomerBlock, purchases: BlockPurchases, count: number): void {
  const {customers, item, items, itemStart, gap, noGap, orders} = block;
  const {starts, products} = purchases;
  makeRoom(orders, count);
  if (purchases.numbers.length < PURCHASE * items)
    purchases.numbers = kernelArray(Uint32Array, Math.ceil(SPARE * PURCHASE * items));
  ordersAndPurchases(
    item,
    itemStart,
    orders.start.byteOffset,
    customers,
    products.byteOffset,
    gap,
    noGap,
    orders.numbers.byteOffset,
    purchases.before + 1,
    purchases.numbers.byteOffset,
    starts.byteOffset
  );
  purchases.before += starts[customers]!;
}
