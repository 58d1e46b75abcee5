import type {Baskets} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {addUp, itemRows, productRows} from "../kernels/rows.ts";
import type {Split} from "./cellPlan.ts";
import {itemsOf} from "./customerBlock.ts";
import type {CustomerBlock, Depth} from "./customerBlock.ts";
import {makeRoom, partRows, PLACES, ROW} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {productAbout} from "./productAbout.ts";
import {whenCodes} from "./whenCodes.ts";

/** Carries out a split for one block of customers after another, into the same memory each time. */
export interface Splitter {
  /** What is split; of products there is no saying how many orders they make. */
  readonly of: "orders" | "items" | "products";
  readonly rows: PartRows;
  /** What it needs of the block. */
  readonly needs: Depth;
  readonly split: () => void;
  /** Code of each order of the block, where orders are split. */
  orderCodes: Uint32Array;
}

export interface Splitters {
  /** One per split that is wanted. */
  readonly of: readonly (Splitter | undefined)[];
  /** A split that is coarser than another is made of the other's rows, and stands after it. */
  readonly inOrder: readonly Splitter[];
}

type Arrays = Omit<Baskets, "words">;

/** `kept` gives the rows of splits that were carried out before. */
export function splitters(
  splits: readonly Split[],
  wanted: ReadonlySet<number>,
  baskets: Arrays,
  block: CustomerBlock,
  kept: readonly (KeptRows | undefined)[] = []
): Splitters {
  const of: Splitter[] = [];
  const finestFirst = [...wanted].sort((a, b) => splits[b]!.size - splits[a]!.size || a - b);
  const byProduct: ProductSplit[] = [];
  for (const at of finestFirst) {
    const split = splits[at]!;
    const what = splitOf(split);
    if (what === "orders") of[at] = orderSplitter(split, baskets, block, kept[at]);
    else if (what === "items") of[at] = itemSplitter(split, baskets, block);
    else {
      const splitter = kept[at]
        ? keptSplitter(kept[at], block)
        : productSplitter(split, baskets, block, byProduct);
      of[at] = splitter;
      byProduct.push({codes: split.product.codes!, size: split.size, rows: splitter.rows});
    }
  }
  return {of, inOrder: finestFirst.map((at) => of[at]!)};
}

/** What a split splits: a customer's orders, the items of each order, or all that the customer bought. */
export function splitOf({slot, order, product}: Split): Splitter["of"] {
  if (product.codes === undefined) return "orders";
  return slot.codes !== undefined || order.codes !== undefined ? "items" : "products";
}

/** Gives the rows of one block of customers after another. */
export type KeptRows = (rows: PartRows, customers: number) => void;

const none = (): Uint32Array => kernelArray(Uint32Array, 0);

function keptSplitter(kept: KeptRows, block: CustomerBlock): Splitter {
  const rows = partRows();
  return {
    of: "products",
    rows,
    needs: "gaps",
    orderCodes: none(),
    split: () => kept(rows, block.customers)
  };
}

function orderSplitter(
  split: Split,
  baskets: Arrays,
  block: CustomerBlock,
  kept: KeptRows | undefined
): Splitter {
  const rowOf = kernelArray(Int32Array, split.size);
  const rows = partRows();
  const splitter: Splitter = {
    of: "orders",
    rows,
    needs: kept ? "gaps" : "orders",
    orderCodes: none(),
    split() {
      const {orders, customers, firstOrder} = block;
      const count = orders.start[customers]!;
      splitter.orderCodes = whenCodes(split, baskets, firstOrder, count, 1, splitter.orderCodes);
      if (kept) kept(rows, customers);
      else addedUp(orders, customers, splitter.orderCodes, rowOf, rows);
    }
  };
  return splitter;
}

function addedUp(
  from: PartRows,
  customers: number,
  codes: Uint32Array,
  rowOf: Int32Array,
  rows: PartRows
): void {
  makeRoom(rows, from.start[customers]!);
  addUp(
    from.numbers.byteOffset,
    from.start.byteOffset,
    customers,
    codes.byteOffset,
    rowOf.byteOffset,
    rowOf.length,
    rows.numbers.byteOffset,
    rows.start.byteOffset
  );
}

/** Items by what they are and when they were ordered. */
function itemSplitter(split: Split, baskets: Arrays, block: CustomerBlock): Splitter {
  const rows = partRows();
  const {codes, size} = split.product;
  const about = productAbout(codes ?? new Uint16Array(baskets.products), baskets.price);
  const rowOf = kernelArray(Int32Array, split.size);
  let when = none();
  return {
    of: "items",
    rows,
    needs: "items",
    orderCodes: none(),
    split() {
      const {orders, customers, firstOrder, item, itemStart} = block;
      when = whenCodes(split, baskets, firstOrder, orders.start[customers]!, size, when);
      makeRoom(rows, itemsOf(block));
      itemRows(
        item.byteOffset,
        itemStart.byteOffset,
        orders.start.byteOffset,
        customers,
        when.byteOffset,
        about.byteOffset,
        rowOf.byteOffset,
        rowOf.length,
        rows.numbers.byteOffset,
        rows.start.byteOffset
      );
    }
  };
}

interface ProductSplit {
  readonly codes: ArrayLike<number>;
  readonly size: number;
  readonly rows: PartRows;
}

/** So many that a customer's sums of all of them stay in the nearest cache. */
const FEW_CODES = 512;

function productSplitter(
  split: Split,
  baskets: Arrays,
  block: CustomerBlock,
  finer: readonly ProductSplit[]
): Splitter {
  const codes = split.product.codes!;
  const source = finer.findLast((each) => determines(each, codes));
  if (source) return coarserSplitter(source, codes, split.size, block);
  if (split.size > FEW_CODES) return {...itemSplitter(split, baskets, block), of: "products"};
  const rows = partRows();
  const about = productAbout(codes, baskets.price);
  const sums = kernelArray(Uint32Array, SUM * split.size).fill(0);
  return {
    of: "products",
    rows,
    needs: "items",
    orderCodes: none(),
    split() {
      const {orders, customers, item, itemStart} = block;
      makeRoom(rows, itemsOf(block));
      productRows(
        item.byteOffset,
        itemStart.byteOffset,
        orders.start.byteOffset,
        customers,
        about.byteOffset,
        sums.byteOffset,
        split.size,
        rows.numbers.byteOffset,
        rows.start.byteOffset
      );
    }
  };
}

/** Numbers that `productRows` adds up per code. */
const SUM = 8;

/** Made of the rows of a finer split. */
function coarserSplitter(
  source: ProductSplit,
  codes: ArrayLike<number>,
  size: number,
  block: CustomerBlock
): Splitter {
  const rows = partRows();
  const rowOf = kernelArray(Int32Array, size);
  const codeOf = coarserCodes(source, codes);
  const from = source.rows;
  let mapped = none();
  return {
    of: "products",
    rows,
    needs: "gaps",
    orderCodes: none(),
    split() {
      const count = from.start[block.customers]!;
      if (mapped.length < count) mapped = kernelArray(Uint32Array, 2 * count);
      for (let row = 0; row < count; row++) mapped[row] = codeOf[from.numbers[row * ROW + PLACES.code]!]!;
      addedUp(from, block.customers, mapped, rowOf, rows);
    }
  };
}

/** Whether products of the same code in the finer split always have the same code in the other. */
function determines(finer: ProductSplit, codes: ArrayLike<number>): boolean {
  const found = coarserCodes(finer, codes);
  for (let product = 0; product < codes.length; product++) {
    if (found[finer.codes[product]!] !== codes[product]) return false;
  }
  return true;
}

function coarserCodes(finer: ProductSplit, codes: ArrayLike<number>): Int32Array {
  const found = new Int32Array(finer.size);
  for (let product = 0; product < codes.length; product++) found[finer.codes[product]!] = codes[product]!;
  return found;
}
