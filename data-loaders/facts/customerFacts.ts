import {basketWindows} from "../baskets/basketWindows.ts";
import {positionOf, productOf} from "../baskets/store.ts";
import type {FactPlan} from "./factPlan.ts";
import type {FactTask} from "./factTask.ts";
import {isOrderFact, orderFacts} from "./orderFacts.ts";
import {isProductFact, productFacts} from "./productFacts.ts";
import {itemReader, orderReader, rowPasses} from "./rowReaders.ts";
import type {RowPasses} from "./rowReaders.ts";
import {takenValue} from "./takenValue.ts";
import type {TakenValues} from "./takenValue.ts";

/** Grain: one value per plan and customer (or order), written into `values`. */
export function customerFacts(task: FactTask): void {
  kernelFacts(task);
  for (const [at, plan] of task.plans.entries())
    if (!isProductFact(plan) && !isOrderFact(plan)) takeFact(task, plan, task.values[at]!);
  for (const [at, plan] of task.plans.entries()) fillMissing(task, plan, task.values[at]!);
}

/** The common ones, all of them in one pass. */
function kernelFacts(task: FactTask): void {
  const ofProducts = productFacts(task);
  const takers = [...ofProducts, ...orderFacts(task)];
  if (takers.length === 0) return;
  const baskets = ofProducts.length > 0 ? task.baskets : {...task.baskets, item: NO_ITEMS};
  for (const window of basketWindows(baskets, task.from, task.to)) for (const take of takers) take(window);
}

const NO_ITEMS = new Uint32Array(new SharedArrayBuffer(0));

/** Every other fact: the values of the rows that pass, then the take over them. */
function takeFact({baskets, from, to}: FactTask, plan: FactPlan, values: Float64Array): void {
  const {orderStart, itemStart} = baskets;
  const take = plan.of === "order" ? orderTaker(baskets, plan) : itemTaker(baskets, plan);
  const scale = plan.column === "price" || plan.column === "spend" ? 100 : 1;
  const isOfOrder = plan.per === "order";
  const [fromUnit, toUnit] = isOfOrder ? [orderStart[from]!, orderStart[to]!] : [from, to];
  const firstOf = (unit: number): number => (isOfOrder ? unit : orderStart[unit]!);
  const rowsOf = (first: number, end: number): number =>
    plan.of === "order" ? end - first : itemStart[end]! - itemStart[first]!;
  let most = 0;
  for (let unit = fromUnit; unit < toUnit; unit++)
    most = Math.max(most, rowsOf(firstOf(unit), firstOf(unit + 1)));
  const taken: TakenValues = {values: new Float64Array(most), count: 0};
  for (let unit = fromUnit; unit < toUnit; unit++) {
    const first = firstOf(unit);
    const end = firstOf(unit + 1);
    taken.count = 0;
    take(first, end, taken);
    const rows = rowsOf(first, end);
    values[unit] = takenValue(plan.take, taken, rows) / scale;
  }
}

/** Adds the values of orders `first` to `end` that pass. */
type Taker = (first: number, end: number, into: TakenValues) => void;

function orderTaker(baskets: FactTask["baskets"], plan: FactPlan): Taker {
  const passes = orderPasses(baskets, plan);
  const read = plan.column === undefined ? () => 1 : orderReader(plan.column, baskets);
  return (first, end, into) => {
    for (let order = first; order < end; order++) {
      if (passes && !passes(order, 0)) continue;
      const value = read(order);
      if (!Number.isNaN(value)) into.values[into.count++] = value;
    }
  };
}

function itemTaker(baskets: FactTask["baskets"], plan: FactPlan): Taker {
  const {itemStart, item} = baskets;
  const {productMask} = plan;
  const passesOrder = orderPasses(baskets, plan);
  const passesItem = plan.itemTest && rowPasses(plan.itemTest, baskets);
  const read = plan.column === undefined ? () => 1 : itemReader(plan.column, baskets);
  const isPlaced = plan.take === "first" || plan.take === "last";
  return (first, end, into) => {
    for (let order = first; order < end; order++) {
      if (passesOrder && !passesOrder(order, 0)) continue;
      const before = into.count;
      const places: number[] = [];
      const lastItem = itemStart[order + 1]!;
      for (let i = itemStart[order]!; i < lastItem; i++) {
        const packed = item[i]!;
        if (productMask && productMask[productOf(packed)] === 0) continue;
        if (passesItem && !passesItem(order, packed)) continue;
        const value = read(packed);
        if (Number.isNaN(value)) continue;
        into.values[into.count++] = value;
        if (isPlaced) places.push(positionOf(packed));
      }
      if (isPlaced) sortByPlace(into.values, before, places);
    }
  };
}

/** The values of one order by cart position, whatever the order of lines in the file. */
function sortByPlace(values: Float64Array, from: number, places: readonly number[]): void {
  const sorted = places
    .map((place, at) => ({place, value: values[from + at]!}))
    .sort((a, b) => a.place - b.place || a.value - b.value);
  for (const [at, {value}] of sorted.entries()) values[from + at] = value;
}

function orderPasses(baskets: FactTask["baskets"], {slotMask, orderTest}: FactPlan): RowPasses | undefined {
  const {orderSlot} = baskets;
  const rest = orderTest && rowPasses(orderTest, baskets);
  if (!slotMask) return rest;
  return (order, packed) => slotMask[orderSlot[order]!] === 1 && (!rest || rest(order, packed));
}

/** The declared value in the place of missing ones. */
function fillMissing({baskets, from, to}: FactTask, {per, fill}: FactPlan, values: Float64Array): void {
  if (fill === undefined) return;
  const [first, end] = per === "order" ? [baskets.orderStart[from]!, baskets.orderStart[to]!] : [from, to];
  for (let unit = first; unit < end; unit++) if (Number.isNaN(values[unit]!)) values[unit] = fill;
}
