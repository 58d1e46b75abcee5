import {orderAndProductRows} from "../kernels/rows.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {kernelWindow} from "../kernels/kernelWindow.ts";
import type {KernelWindow} from "../kernels/kernelWindow.ts";
import type {Baskets} from "../baskets/store.ts";
import {BLOCK, makeRoom, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {productAbout} from "./productAbout.ts";

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
  /** Set by whoever wants the rows that are made on the way: the items are looked at once. */
  byProduct?: BlockProducts;
}

/** Bring the arrays of the store, one block after another. */
interface Windows {
  readonly gap: KernelWindow<Uint16Array>;
  readonly slot: KernelWindow<Uint8Array>;
  readonly itemStart: KernelWindow<Uint32Array>;
  readonly item: KernelWindow<Uint32Array>;
}

/** Rows by customer and code of the product. */
export interface BlockProducts {
  readonly about: Uint32Array;
  readonly sums: Uint32Array;
  readonly size: number;
  readonly rows: PartRows;
}

type Arrays = Omit<Baskets, "words">;

/** How much of its customers' baskets a block is asked for. */
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

export function blockProducts(codes: ArrayLike<number>, size: number, price: Int32Array): BlockProducts {
  return {
    about: productAbout(codes, price),
    sums: kernelArray(Uint32Array, SUM * size).fill(0),
    size,
    rows: partRows()
  };
}

/** Numbers that `orderAndProductRows` adds up per code. */
const SUM = 8;

/** Ranges of at most `BLOCK` customers. */
export function* blocksOf(from: number, to: number): Generator<readonly [first: number, customers: number]> {
  for (let first = from; first < to; first += BLOCK) yield [first, Math.min(BLOCK, to - first)];
}

/** The orders' places and the gaps before them; items, and orders' rows made of them, only where they are asked for. */
export function readBlock(
  {orderStart, orderGap, orderSlot, itemStart, item, products, price}: Arrays,
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
  block.byProduct ??= blockProducts(new Uint16Array(products), 1, price);
  fillOrders(block, block.byProduct, endOrder - firstOrder);
}

function fillOrders(block: CustomerBlock, byProduct: BlockProducts, count: number): void {
  const {customers, item, itemStart, gap, noGap, orders} = block;
  makeRoom(orders, count);
  makeRoom(byProduct.rows, Math.min(block.items, customers * byProduct.size));
  orderAndProductRows(
    item,
    itemStart,
    orders.start.byteOffset,
    customers,
    byProduct.about.byteOffset,
    gap,
    noGap,
    orders.numbers.byteOffset,
    byProduct.sums.byteOffset,
    byProduct.size,
    byProduct.rows.numbers.byteOffset,
    byProduct.rows.start.byteOffset
  );
}
