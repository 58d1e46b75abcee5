import {KERNEL_BYTES} from "./kernelBytes.ts";
import {kernelMemory} from "./kernelMemory.ts";

/**
 * Innermost loops in WebAssembly, a multiple as fast as JavaScript since they have 64-bit whole numbers and no bounds to
 * check. Arguments that stand for arrays are their places (`byteOffset`) in the kernels' memory; a place that is returned
 * comes as a signed number (`>>> 0`). What each does, and the
 * layout of what it reads, is told in `assembly/`.
 */
export interface Kernels {
  readonly takePlainItems: (
    at: number,
    stop: number,
    ranges: number,
    products: number,
    productCount: number,
    item: number,
    runOrder: number,
    runStart: number,
    first: number,
    state: number
  ) => number;
}

const module_ = new WebAssembly.Module(Buffer.from(KERNEL_BYTES, "base64"));

/** This thread's kernels. */
export const kernels = new WebAssembly.Instance(module_, {env: {memory: kernelMemory}})
  .exports as unknown as Kernels;
