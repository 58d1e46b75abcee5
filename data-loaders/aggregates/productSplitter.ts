import type {Baskets} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {lookUp} from "../kernels/rows.ts";
import {addedUp} from "./addedUp.ts";
import type {Split} from "./cellPlan.ts";
import {blockProducts} from "./customerBlock.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {itemSplitter} from "./itemSplitter.ts";
import {partRows, PLACES, ROW} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {noCodes} from "./splitter.ts";
import type {Splitter} from "./splitter.ts";

/** A split by product that is carried out before, and its rows. */
export interface ProductSplit {
  readonly codes: ArrayLike<number>;
  readonly size: number;
  readonly rows: PartRows;
}

/** So many that a customer's sums of all of them stay in the nearest cache. */
const FEW_CODES = 512;

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
  if (split.size > FEW_CODES || block.byProduct)
    return {...itemSplitter(split, baskets, block), of: "products"};
  block.byProduct = blockProducts(codes, split.size, baskets.price);
  return {
    of: "products",
    rows: block.byProduct.rows,
    needs: "orders",
    orderCodes: noCodes(),
    split: () => undefined // made on the way
  };
}

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
