import type {Baskets} from "../baskets/store.ts";
import {NO_GAP, NO_PRICE, positionOf, productOf, reorderedOf} from "../baskets/store.ts";
import type {FactPlan} from "./factPlan.ts";
import {testPasses} from "./testPasses.ts";

/** Facts of a range of customers, for one thread. */
export interface FactTask {
  readonly baskets: Omit<Baskets, "words">;
  readonly plans: readonly FactPlan[];
  readonly from: number;
  readonly to: number;
  /** One array per plan, one number per customer of the store; NaN where missing. Money facts in money, not cents. */
  readonly values: readonly Float64Array<SharedArrayBuffer>[];
}

/** Grain: one value per customer and plan, written into `values`. */
export function customerFacts(task: FactTask): void {
  const masked = task.plans.map((plan, at) => ({plan, at})).filter(({plan}) => isMaskFact(plan));
  for (let i = 0; i < masked.length; i += 32) maskFacts(task, masked.slice(i, i + 32));
  for (const [at, plan] of task.plans.entries())
    if (!isMaskFact(plan)) takeFact(task, plan, task.values[at]!);
}

/** Counts and shares of items by product alone: the common case, all of them in one pass. */
function isMaskFact({of, take, slotMask, orderTests, itemTests}: FactPlan): boolean {
  return (
    of === "item" &&
    (take === "share" || take === "count") &&
    !slotMask &&
    orderTests.length + itemTests.length === 0
  );
}

function maskFacts(
  {baskets, from, to, values}: FactTask,
  facts: readonly {plan: FactPlan; at: number}[]
): void {
  const {orderStart, itemStart, item, products} = baskets;
  const flags = Uint32Array.from({length: products}, (_, product) =>
    facts.reduce(
      (bits, {plan}, bit) =>
        (plan.productMask === undefined || plan.productMask[product] === 1 ? bits | (1 << bit) : bits) >>> 0,
      0
    )
  );
  const counts = new Uint32Array(32);
  for (let customer = from; customer < to; customer++) {
    const first = itemStart[orderStart[customer]!]!;
    const end = itemStart[orderStart[customer + 1]!]!;
    counts.fill(0);
    for (let i = first; i < end; i++) {
      for (let bits = flags[productOf(item[i]!)]!; bits !== 0; bits &= bits - 1)
        counts[31 - Math.clz32(bits & -bits)]!++;
    }
    for (const [bit, {plan, at}] of facts.entries()) {
      values[at]![customer] =
        plan.take === "count" ? counts[bit]! : end > first ? counts[bit]! / (end - first) : Number.NaN;
    }
  }
}

function takeFact({baskets, from, to}: FactTask, plan: FactPlan, values: Float64Array): void {
  const scratch: number[] = [];
  const scale = plan.column === "price" ? 100 : 1;
  for (let customer = from; customer < to; customer++) {
    scratch.length = 0;
    const rows =
      plan.of === "order"
        ? takeOrders(baskets, plan, customer, scratch)
        : takeItems(baskets, plan, customer, scratch);
    values[customer] = finish(plan, scratch, rows) / scale;
  }
}

function orderPasses(
  {orderSlot, orderNumber, orderGap}: FactTask["baskets"],
  plan: FactPlan,
  order: number
): boolean {
  if (plan.slotMask && plan.slotMask[orderSlot[order]!] === 0) return false;
  return plan.orderTests.every(({column, test}) => {
    const value =
      column === "order_number"
        ? orderNumber[order]!
        : orderGap[order]! === NO_GAP
          ? Number.NaN
          : orderGap[order]!;
    return testPasses(test, value);
  });
}

/** Pushes the values of the customer's orders that pass; returns how many orders there are in all. */
function takeOrders(baskets: FactTask["baskets"], plan: FactPlan, customer: number, into: number[]): number {
  const {orderStart, orderSlot, orderNumber, orderGap} = baskets;
  const free = !plan.slotMask && plan.orderTests.length === 0;
  const first = orderStart[customer]!;
  const end = orderStart[customer + 1]!;
  for (let order = first; order < end; order++) {
    if (!free && !orderPasses(baskets, plan, order)) continue;
    if (plan.column === undefined) into.push(1);
    else if (plan.column === "order_number") into.push(orderNumber[order]!);
    else if (plan.column === "day") into.push(Math.floor(orderSlot[order]! / 24));
    else if (plan.column === "hour") into.push(orderSlot[order]! % 24);
    else if (orderGap[order]! !== NO_GAP) into.push(orderGap[order]!);
  }
  return end - first;
}

/** Pushes the values of the customer's items that pass; prices in cents. Returns how many items there are in all. */
function takeItems(baskets: FactTask["baskets"], plan: FactPlan, customer: number, into: number[]): number {
  const {orderStart, itemStart, item, price} = baskets;
  const first = orderStart[customer]!;
  const end = orderStart[customer + 1]!;
  const freeOrder = !plan.slotMask && plan.orderTests.length === 0;
  for (let order = first; order < end; order++) {
    if (!freeOrder && !orderPasses(baskets, plan, order)) continue;
    for (let i = itemStart[order]!; i < itemStart[order + 1]!; i++) {
      const packed = item[i]!;
      const product = productOf(packed);
      if (plan.productMask && plan.productMask[product] === 0) continue;
      if (plan.itemTests.length > 0 && !itemPasses(plan, packed)) continue;
      if (plan.column === undefined) into.push(1);
      else if (plan.column === "price") {
        if (price[product]! !== NO_PRICE) into.push(price[product]!);
      } else into.push(plan.column === "reordered" ? reorderedOf(packed) : positionOf(packed));
    }
  }
  return itemStart[end]! - itemStart[first]!;
}

function itemPasses(plan: FactPlan, packed: number): boolean {
  return plan.itemTests.every(({column, test}) =>
    testPasses(test, column === "reordered" ? reorderedOf(packed) : positionOf(packed))
  );
}

/** The take over the values; `rows` is the number of rows before `where`, the base of a share. */
function finish({take}: FactPlan, values: number[], rows: number): number {
  if (take === "count") return values.length;
  if (take === "share") return rows === 0 ? Number.NaN : values.length / rows;
  if (values.length === 0) return Number.NaN;
  if (take === "median") return median(values);
  let result = take === "sum" || take === "mean" ? 0 : values[0]!;
  for (const value of values)
    result =
      take === "min" ? Math.min(result, value) : take === "max" ? Math.max(result, value) : result + value;
  return take === "mean" ? result / values.length : result;
}

/** The middle value, or the mean of the two middle ones. */
function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}
