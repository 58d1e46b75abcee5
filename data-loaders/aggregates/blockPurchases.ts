import {kernelArray} from "../kernels/kernelMemory.ts";
import {BLOCK} from "./partRows.ts";

/**
 * Grain: one per customer and product, the customers of a block one after another; in the kernels' memory, laid out as
 * `kernels/assembly/layouts/purchases.ts` tells.
 */
export interface BlockPurchases {
  /** Range of each customer of the block: customers + 1 entries. */
  readonly starts: Uint32Array;
  numbers: Uint32Array;
  /** How many were made of all blocks before. */
  before: number;
  /** Two numbers by product: its price, and the number of its last purchase. */
  readonly products: Int32Array;
}

export const PURCHASE = 3;

export function blockPurchases(price: Int32Array): BlockPurchases {
  const products = kernelArray(Int32Array, 2 * price.length);
  for (let product = 0; product < price.length; product++) {
    products[2 * product] = price[product]!;
    products[2 * product + 1] = 0;
  }
  return {
    starts: kernelArray(Uint32Array, BLOCK + 1).fill(0),
    numbers: kernelArray(Uint32Array, 0),
    before: 0,
    products
  };
}
