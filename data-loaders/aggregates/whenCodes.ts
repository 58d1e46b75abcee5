import {kernelArray} from "../kernels/kernelMemory.ts";
import {lookUp} from "../kernels/rows.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";

/** Codes of a block's orders by when they were placed and by order segmentation, in the kernels' memory until the next. */
export type WhenCodes = () => Uint32Array;

/** `step` apart. */
export function whenCodes({slot, order}: Split, step: number, block: CustomerBlock): WhenCodes {
  const ofSlot = kernelArray(Uint32Array, SLOTS).fill(0);
  for (const [at, code] of slot.codes?.entries() ?? []) ofSlot[at] = code * order.size * step;
  let codes: Uint32Array = kernelArray(Uint32Array, 0);
  return () => {
    const {orders, customers, firstOrder} = block;
    const count = orders.start[customers]!;
    if (codes.length < count) codes = kernelArray(Uint32Array, 2 * count);
    lookUp(block.slot, 1, 255, count, ofSlot.byteOffset, codes.byteOffset);
    if (order.codes) for (let k = 0; k < count; k++) codes[k]! += order.codes[firstOrder + k]! * step;
    return codes;
  };
}

/** All that a byte can tell. */
const SLOTS = 256;
