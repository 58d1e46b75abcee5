import {kernelArray} from "../kernels/kernelMemory.ts";

/** Items of one chunk in the order of the file, in the kernels' memory. */
export interface ChunkItems {
  /** Packed as in the store; the first `items` are filled. */
  readonly item: Uint32Array;
  /** Grain: one row per run of lines with the same order id: that id. The first `runs` are filled. */
  readonly runOrder: Float64Array;
  /** The run's first item. */
  readonly runStart: Uint32Array;
  /** By product: 1 + the run that held it last, or 0. */
  readonly lastRun: Uint32Array;
  /** Runs that hold a product more than once. */
  readonly repeating: Set<number>;
  items: number;
  runs: number;
  /** Order id of the run that is open, or -1. */
  order: number;
}

/** Room for so many items of so many products. */
export function chunkItems(most: number, products: number): ChunkItems {
  return {
    item: kernelArray(Uint32Array, most),
    runOrder: kernelArray(Float64Array, most),
    runStart: kernelArray(Uint32Array, most + 1),
    lastRun: kernelArray(Uint32Array, products).fill(0),
    repeating: new Set(),
    items: 0,
    runs: 0,
    order: -1
  };
}
