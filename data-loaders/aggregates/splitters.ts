import type {Baskets} from "../baskets/store.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {itemSplitter} from "./itemSplitter.ts";
import {orderSplitter} from "./orderSplitter.ts";
import {partRows} from "./partRows.ts";
import {productSplitter} from "./productSplitter.ts";
import type {ProductSplit} from "./productSplitter.ts";
import {noCodes} from "./splitter.ts";
import type {KeptRows, Splitter} from "./splitter.ts";

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
    if (what === "orders") of[at] = orderSplitter(split, block, kept[at]);
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

function keptSplitter(kept: KeptRows, block: CustomerBlock): Splitter {
  const rows = partRows();
  return {
    of: "products",
    rows,
    needs: "gaps",
    orderCodes: noCodes(),
    split: () => kept(rows, block.customers)
  };
}
