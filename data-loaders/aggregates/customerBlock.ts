import {orderAndProductRows} from "../kernels/rows.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {KernelArrayType} from "../kernels/kernelMemory.ts";
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
  /** Days since the prior order, by order; `noGap` and above where there is none. */
  gap: Uint16Array;
  /** day × 24 + hour, by order. */
  slot: Uint8Array;
  readonly noGap: number;
  /** By order and one more, as in the store; `item` begins with the first of them. */
  itemStart: Uint32Array;
  item: Uint32Array;
  /** Set by whoever wants the rows that are made on the way: the items are looked at once. */
  byProduct?: BlockProducts;
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
    gap: kernelArray(Uint16Array, 0),
    slot: kernelArray(Uint8Array, 0),
    noGap,
    itemStart: kernelArray(Uint32Array, 0),
    item: kernelArray(Uint32Array, 0)
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
  const firstOrder = orderStart[first]!;
  const endOrder = orderStart[first + customers]!;
  block.first = first;
  block.customers = customers;
  block.firstOrder = firstOrder;
  const {start} = block.orders;
  for (let c = 0; c <= customers; c++) start[c] = orderStart[first + c]! - firstOrder;
  block.gap = copied(Uint16Array, orderGap.subarray(firstOrder, endOrder), block.gap);
  block.slot = copied(Uint8Array, orderSlot.subarray(firstOrder, endOrder), block.slot);
  if (depth === "gaps") return;
  const [firstItem, endItem] = [itemStart[firstOrder]!, itemStart[endOrder]!];
  block.itemStart = copied(Uint32Array, itemStart.subarray(firstOrder, endOrder + 1), block.itemStart);
  block.item = copied(Uint32Array, item.subarray(firstItem, endItem), block.item);
  if (depth === "items") return;
  block.byProduct ??= blockProducts(new Uint16Array(products), 1, price);
  fillOrders(block, block.byProduct, endOrder - firstOrder);
}

/** In the kernels' memory: in `room` where there is enough. */
function copied<T extends Uint8Array | Uint16Array | Uint32Array>(
  type: KernelArrayType<T>,
  values: T,
  room: T
): T {
  const copy = room.length < values.length ? kernelArray(type, 2 * values.length) : room;
  copy.set(values);
  return copy;
}

function fillOrders(block: CustomerBlock, byProduct: BlockProducts, count: number): void {
  const {customers, item, itemStart, gap, noGap, orders} = block;
  makeRoom(orders, count);
  makeRoom(byProduct.rows, Math.min(itemsOf(block), customers * byProduct.size));
  orderAndProductRows(
    item.byteOffset,
    itemStart.byteOffset,
    orders.start.byteOffset,
    customers,
    byProduct.about.byteOffset,
    gap.byteOffset,
    noGap,
    orders.numbers.byteOffset,
    byProduct.sums.byteOffset,
    byProduct.size,
    byProduct.rows.numbers.byteOffset,
    byProduct.rows.start.byteOffset
  );
}

/** How many items the block has. */
export function itemsOf({itemStart, orders: {start}, customers}: CustomerBlock): number {
  return itemStart[start[customers]!]! - itemStart[0]!;
}
