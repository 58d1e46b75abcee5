import type {Baskets} from "../baskets/store.ts";
import type {Split} from "./cellPlan.ts";

/** Codes of a run of orders by when they were placed and by order segmentation; in `into` where it has room. */
export function whenCodes(
  {slot, order}: Split,
  {orderSlot}: Pick<Baskets, "orderSlot">,
  first: number,
  count: number,
  into: Int32Array
): Int32Array {
  const codes = into.length < count ? new Int32Array(2 * count) : into;
  codes.fill(0, 0, count);
  if (slot.codes) for (let k = 0; k < count; k++) codes[k] = slot.codes[orderSlot[first + k]!]! * order.size;
  if (order.codes) for (let k = 0; k < count; k++) codes[k]! += order.codes[first + k]!;
  return codes;
}
