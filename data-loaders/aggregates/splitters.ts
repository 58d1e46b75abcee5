import type {Baskets} from "../baskets/store.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {itemRows} from "./itemRows.ts";
import {addUp, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {productRows} from "./productRows.ts";
import type {ProductRows} from "./productRows.ts";
import {whenCodes} from "./whenCodes.ts";

/** Carries out a split for one block of customers after another, into the same memory each time. */
export interface Splitter {
  /** What is split; of products there is no saying how many orders they make. */
  readonly of: "orders" | "items" | "products";
  readonly rows: PartRows;
  /** Whether it needs what was in the block's orders. */
  readonly needsOrders: boolean;
  readonly split: () => void;
  /** Code of each order of the block, where orders are split. */
  orderCodes: Int32Array;
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

const NONE = new Int32Array(0);

function keptSplitter(kept: KeptRows, block: CustomerBlock): Splitter {
  const rows = partRows();
  return {
    of: "products",
    rows,
    needsOrders: false,
    orderCodes: NONE,
    split: () => kept(rows, block.customers)
  };
}

function orderSplitter(
  split: Split,
  baskets: Arrays,
  block: CustomerBlock,
  kept: KeptRows | undefined
): Splitter {
  const places = new Int32Array(split.size);
  const rows = partRows();
  const splitter: Splitter = {
    of: "orders",
    rows,
    needsOrders: !kept,
    orderCodes: NONE,
    split() {
      const {orders, customers, firstOrder} = block;
      splitter.orderCodes = whenCodes(
        split,
        baskets,
        firstOrder,
        orders.start[customers]!,
        splitter.orderCodes
      );
      if (kept) kept(rows, customers);
      else addUp(orders, customers, splitter.orderCodes, places, rows);
    }
  };
  return splitter;
}

function itemSplitter(split: Split, baskets: Arrays, block: CustomerBlock): Splitter {
  const {rows, fill} = itemRows(split, baskets);
  return {
    of: "items",
    rows,
    needsOrders: false,
    orderCodes: NONE,
    split: () => fill(block)
  };
}

interface ProductSplit {
  readonly codes: ArrayLike<number>;
  readonly size: number;
  readonly rows: PartRows;
}

function productSplitter(
  {product: {codes}, size}: Split,
  baskets: Arrays,
  block: CustomerBlock,
  finer: readonly ProductSplit[]
): Splitter {
  const source = finer.findLast((split) => determines(split, codes!));
  const {rows, fill} = source ? coarserRows(source, codes!, size) : productRows(codes!, size, baskets);
  return {of: "products", needsOrders: false, orderCodes: NONE, rows, split: () => fill(block)};
}

/** Made of the rows of a finer split. */
function coarserRows(source: ProductSplit, codes: ArrayLike<number>, size: number): ProductRows {
  const rows = partRows();
  const places = new Int32Array(size);
  const codeOf = coarserCodes(source, codes);
  const from = source.rows;
  let mapped = NONE;
  const fill = ({customers}: CustomerBlock): void => {
    const count = from.start[customers]!;
    if (mapped.length < count) mapped = new Int32Array(2 * count);
    for (let row = 0; row < count; row++) mapped[row] = codeOf[from.codes[row]!]!;
    addUp(from, customers, mapped, places, rows);
  };
  return {rows, fill};
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
