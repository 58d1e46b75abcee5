import {kernelArray} from "../kernels/kernelMemory.ts";

/** Items of one chunk in the order of the file, in the kernels' memory. */
export interface ChunkItems {
  /** Packed as in the store; the first `items` are filled. */
  readonly item: Uint32Array;
  /** Grain: one row per run of lines with the same order id: that id. The first `runs` are filled. */
  readonly runOrder: Float64Array;
  /** The run's first item. */
  readonly runStart: Uint32Array;
  items: number;
  runs: number;
  /** Order id of the run that is open, or -1. */
  order: number;
}

/** Room for so many items. */
export function chunkItems(most: number): ChunkItems {
  return {
    item: kernelArray(Uint32Array, most),
    runOrder: kernelArray(Float64Array, most),
    runStart: kernelArray(Uint32Array, most + 1),
    items: 0,
    runs: 0,
    order: -1
  };
}
