import type {Baskets} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {Split} from "./cellPlan.ts";

/**
 * Codes of a run of orders by when they were placed and by order segmentation, `step` apart; in `into` where it has room,
 * in the kernels' memory.
 */
export function whenCodes(
  {slot, order}: Split,
  {orderSlot}: Pick<Baskets, "orderSlot">,
  first: number,
  count: number,
  step: number,
  into: Uint32Array
): Uint32Array {
  const codes = into.length < count ? kernelArray(Uint32Array, 2 * count) : into;
  codes.fill(0, 0, count);
  if (slot.codes) {
    const ofSlot = Uint32Array.from(slot.codes, (code) => code * order.size * step);
    for (let k = 0; k < count; k++) codes[k] = ofSlot[orderSlot[first + k]!]!;
  }
  if (order.codes) for (let k = 0; k < count; k++) codes[k]! += order.codes[first + k]! * step;
  return codes;
}
