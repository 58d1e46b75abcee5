import {kernelArray} from "../kernels/kernelMemory.ts";
import type {Depth} from "./customerBlock.ts";
import type {PartRows} from "./partRows.ts";

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

/** Codes of no orders, in the kernels' memory. */
export const noCodes = (): Uint32Array => kernelArray(Uint32Array, 0);

/** Gives the rows of one block of customers after another. */
export type KeptRows = (rows: PartRows, customers: number) => void;
