import {NO_GAP} from "../baskets/store.ts";
import type {BasketArrays} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {kernelWindow} from "../kernels/kernelWindow.ts";
import {KERNEL_TAKES, takeOrders} from "../kernels/takenFacts.ts";
import type {FactPlan} from "./factPlan.ts";
import type {FactTask, WindowTaker} from "./factTask.ts";

/** Numbers and gaps of all orders of a customer: whole columns of the store. */
export function isOrderFact({per, of, column, take, slotMask, orderTest}: FactPlan): boolean {
  if (per !== "customer" || of !== "order" || slotMask || orderTest) return false;
  return column !== undefined && column in COLUMNS && KERNEL_TAKES.includes(take);
}

export function orderFacts({baskets, plans, values}: FactTask): WindowTaker[] {
  const asked = [...plans.keys()].filter((at) => isOrderFact(plans[at]!));
  return asked.map((at) => orderFact(baskets, plans[at]!, values[at]!));
}

/** An order number is never as large as the sign of a missing gap. */
const COLUMNS: Readonly<Record<string, "orderNumber" | "orderGap">> = {
  order_number: "orderNumber",
  days_since_prior_order: "orderGap"
};

function orderFact(baskets: BasketArrays, {column = "", take}: FactPlan, values: Float64Array): WindowTaker {
  const whole = baskets[COLUMNS[column]!];
  const read = kernelWindow<Uint16Array>(Uint16Array);
  let taken = kernelArray(Float64Array, 0);
  return ({from, to, fromOrder, toOrder, orderStart}) => {
    if (taken.length < to - from) taken = kernelArray(Float64Array, 2 * (to - from));
    const place = read(whole, fromOrder, toOrder);
    takeOrders(place, NO_GAP, orderStart, from, to, KERNEL_TAKES.indexOf(take), taken.byteOffset);
    values.set(taken.subarray(0, to - from), from);
  };
}
