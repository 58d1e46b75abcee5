import type {Baskets} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {purchaseRows} from "../kernels/purchases.ts";
import {lookUp} from "../kernels/rows.ts";
import {addedUp} from "./addedUp.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {makeRoom, partRows, PLACES, ROW} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {productAbout} from "./productAbout.ts";
import {noCodes} from "./splitter.ts";
import type {Splitter} from "./splitter.ts";

/** A split by product that is carried out before, and its rows. */
export interface ProductSplit {
  readonly codes: ArrayLike<number>;
  readonly size: number;
  readonly rows: PartRows;
}

/** All that a customer bought by what it is: made of the rows of a finer split where there is one. */
export function productSplitter(
  split: Split,
  baskets: Omit<Baskets, "words">,
  block: CustomerBlock,
  finer: readonly ProductSplit[]
): Splitter {
  const codes = split.product.codes!;
  const source = finer.findLast((each) => determines(each, codes));
  if (source) return coarserSplitter(source, codes, split.size, block);
  return purchaseSplitter(split, baskets, block);
}

/** Made of what customers bought. */
function purchaseSplitter(
  {product, size}: Split,
  {price}: Omit<Baskets, "words">,
  block: CustomerBlock
): Splitter {
  const rows = partRows();
  const about = productAbout(product.codes!, price);
  const sums = kernelArray(Uint32Array, SUM * size).fill(0);
  const met = kernelArray(Uint32Array, size + 1);
  return {
    of: "products",
    rows,
    needs: "orders",
    orderCodes: noCodes(),
    split() {
      const {customers} = block;
      const {numbers, starts} = block.purchases!;
      makeRoom(rows, Math.min(starts[customers]!, customers * size));
      purchaseRows(
        numbers.byteOffset,
        starts.byteOffset,
        customers,
        about.byteOffset,
        sums.byteOffset,
        met.byteOffset,
        rows.numbers.byteOffset,
        rows.start.byteOffset
      );
    }
  };
}

/** Numbers that `purchaseRows` adds up per code. */
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
  const codeOf = kernelArray(Uint32Array, source.size);
  codeOf.set(coarserCodes(source, codes));
  const from = source.rows;
  let mapped = noCodes();
  return {
    of: "products",
    rows,
    needs: "gaps",
    orderCodes: noCodes(),
    split() {
      const count = from.start[block.customers]!;
      if (mapped.length < count) mapped = kernelArray(Uint32Array, 2 * count);
      const code = from.numbers.byteOffset + 4 * PLACES.code;
      lookUp(code, 4 * ROW, -1, count, codeOf.byteOffset, mapped.byteOffset);
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
