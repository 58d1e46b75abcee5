import type {Baskets} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {itemRows} from "../kernels/rows.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {makeRoom, partRows} from "./partRows.ts";
import {productAbout} from "./productAbout.ts";
import {noCodes} from "./splitter.ts";
import type {Splitter} from "./splitter.ts";
import {whenCodes} from "./whenCodes.ts";

/** Items by what they are and when they were ordered. */
export function itemSplitter(split: Split, baskets: Omit<Baskets, "words">, block: CustomerBlock): Splitter {
  const rows = partRows();
  const {codes, size} = split.product;
  const about = productAbout(codes ?? new Uint16Array(baskets.products), baskets.price);
  const sums = kernelArray(Uint32Array, SUM * split.size).fill(0);
  const met = kernelArray(Uint32Array, split.size + 1);
  const when = whenCodes(split, size, block);
  return {
    of: "items",
    rows,
    needs: "items",
    orderCodes: noCodes(),
    split() {
      const {orders, customers, item, itemStart} = block;
      makeRoom(rows, Math.min(block.items, customers * split.size));
      itemRows(
        item,
        itemStart,
        orders.start.byteOffset,
        customers,
        when().byteOffset,
        about.byteOffset,
        sums.byteOffset,
        met.byteOffset,
        rows.numbers.byteOffset,
        rows.start.byteOffset
      );
    }
  };
}

/** Numbers that `itemRows` adds up per code. */
const SUM = 8;
