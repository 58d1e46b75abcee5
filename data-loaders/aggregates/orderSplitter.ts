import {kernelArray} from "../kernels/kernelMemory.ts";
import {addedUp} from "./addedUp.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {partRows} from "./partRows.ts";
import {noCodes} from "./splitter.ts";
import type {KeptRows, Splitter} from "./splitter.ts";
import {whenCodes} from "./whenCodes.ts";

/** A customer's orders by when they were placed, and by order segmentation. */
export function orderSplitter(split: Split, block: CustomerBlock, kept: KeptRows | undefined): Splitter {
  const when = whenCodes(split, 1, block);
  const rowOf = kernelArray(Int32Array, split.size);
  const rows = partRows();
  const splitter: Splitter = {
    of: "orders",
    rows,
    needs: kept ? "gaps" : "orders",
    orderCodes: noCodes(),
    split() {
      const {orders, customers} = block;
      splitter.orderCodes = when();
      if (kept) kept(rows, customers);
      else addedUp(orders, customers, splitter.orderCodes, rowOf, rows);
    }
  };
  return splitter;
}
