import {shared} from "../baskets/shared.ts";
import {addPiece, addProducts} from "../kernels/purchases.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {CountedPlan} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";

/** Sums of segment × product, `PRODUCT_CELL` numbers per cell: customers, items, reordered, most that one customer bought. */
export interface ProductSums {
  readonly bought: Uint32Array<SharedArrayBuffer>;
}

export const PRODUCT_CELL = 4;

/** Counts segment × product, one block after another: without rows, since such cells are many and each has few items. */
export interface ProductCells {
  readonly add: (block: CustomerBlock, groups: Uint32Array) => void;
  readonly sums: () => ProductSums;
}

/** Numbers of purchases that are held back, of all segments: adding those of one at once keeps its cells in the cache. */
const HELD = 2 ** 18;

export function productCells({cells, customers}: CountedPlan, products: number, held = HELD): ProductCells {
  const size = customers.reduce((groups, factor) => groups * factor.size, 1);
  const room = Math.floor(held / size);
  const pieces = kernelArray(Uint32Array, size * room);
  const filled = kernelArray(Uint32Array, size).fill(0);
  const bought = kernelArray(Uint32Array, PRODUCT_CELL * cells).fill(0);
  return {
    add(block, groups) {
      const {numbers, starts} = block.purchases!;
      addProducts(
        numbers.byteOffset,
        starts.byteOffset,
        block.customers,
        groups.byteOffset,
        pieces.byteOffset,
        room,
        filled.byteOffset,
        bought.byteOffset,
        products
      );
    },
    sums() {
      for (const [segment, count] of filled.entries()) {
        const piece = pieces.byteOffset + 4 * segment * room;
        const own = bought.byteOffset + 4 * PRODUCT_CELL * segment * products;
        addPiece(piece, piece + 4 * count, own);
      }
      return {bought: shared(bought, (buffer) => new Uint32Array(buffer))};
    }
  };
}
