import type {Baskets} from "../baskets/store.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {itemRows} from "./itemRows.ts";
import {addUp, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {whenCodes} from "./whenCodes.ts";

/** What a splitter needs to have read of a block; nothing but the orders' places where its rows were kept. */
export type Needs = "orders" | "products" | "items" | "nothing";

/** Carries out a split for one block of customers after another, into the same memory each time. */
export interface Splitter {
  /** What is split; of products there is no saying how many orders they make. */
  readonly of: "orders" | "items" | "products";
  readonly rows: PartRows;
  readonly needs: Needs;
  readonly split: () => void;
  /** Whether every code is one product, so that money follows from its price. */
  readonly isProduct: boolean;
  /** Code of each order of the block, where orders are split. */
  orderCodes: Int32Array;
}

export interface Splitters {
  /** One per split. */
  readonly of: readonly Splitter[];
  /** A split that is coarser than another is made of the other's rows, and stands after it. */
  readonly inOrder: readonly Splitter[];
}

type Arrays = Omit<Baskets, "words">;

/** `kept` gives the rows of splits that were carried out before. */
export function splitters(
  splits: readonly Split[],
  baskets: Arrays,
  block: CustomerBlock,
  kept: readonly (KeptRows | undefined)[] = []
): Splitters {
  const of: Splitter[] = [];
  const finestFirst = splits.map((_, at) => at).sort((a, b) => splits[b]!.size - splits[a]!.size || a - b);
  const byProduct: ProductSplit[] = [];
  for (const at of finestFirst) {
    const split = splits[at]!;
    const {codes} = split.product;
    const byOrder = split.slot.codes !== undefined || split.order.codes !== undefined;
    if (codes === undefined) of[at] = orderSplitter(split, baskets, block, kept[at]);
    else if (byOrder) of[at] = itemSplitter(split, baskets, block);
    else {
      of[at] = kept[at]
        ? keptSplitter(kept[at], block)
        : productSplitter(codes, split.size, block, byProduct);
      byProduct.push({codes, size: split.size, rows: of[at]!.rows});
    }
  }
  return {of, inOrder: finestFirst.map((at) => of[at]!)};
}

/** Gives the rows of one block of customers after another. */
export type KeptRows = (rows: PartRows, customers: number) => void;

const NONE = new Int32Array(0);

function keptSplitter(kept: KeptRows, block: CustomerBlock): Splitter {
  const rows = partRows();
  return {
    of: "products",
    rows,
    needs: "nothing",
    isProduct: false,
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
    needs: kept ? "nothing" : "orders",
    isProduct: false,
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
  return {of: "items", rows, needs: "items", isProduct: false, orderCodes: NONE, split: () => fill(block)};
}

interface ProductSplit {
  readonly codes: ArrayLike<number>;
  readonly size: number;
  readonly rows: PartRows;
}

function productSplitter(
  codes: ArrayLike<number>,
  size: number,
  block: CustomerBlock,
  finer: readonly ProductSplit[]
): Splitter {
  const splitter = {of: "products", orderCodes: NONE} as const;
  if (isIdentity(codes, size))
    return {...splitter, rows: block.products, needs: "products", isProduct: true, split: () => undefined};
  const rows = partRows();
  const places = new Int32Array(size);
  const source = finer.findLast((split) => determines(split, codes));
  const codeOf = source ? coarserCodes(source, codes) : Int32Array.from(codes);
  const from = source?.rows ?? block.products;
  let mapped = NONE;
  const split = (): void => {
    const count = from.start[block.customers]!;
    if (mapped.length < count) mapped = new Int32Array(2 * count);
    for (let row = 0; row < count; row++) mapped[row] = codeOf[from.codes[row]!]!;
    addUp(from, block.customers, mapped, places, rows);
  };
  return {...splitter, rows, needs: source ? "nothing" : "products", isProduct: false, split};
}

function isIdentity(codes: ArrayLike<number>, size: number): boolean {
  for (let at = 0; at < codes.length; at++) if (codes[at] !== at) return false;
  return size === codes.length;
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
