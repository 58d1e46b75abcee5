import type {CellPlan} from "./cellPlan.ts";
import type {CellSums} from "./cellSums.ts";
import {spreadKey} from "./spread.ts";
import type {SpreadSums} from "./spreadSums.ts";
import type {WideSums} from "./wideSums.ts";

/** A plan whose groups of customers are made of whole groups of another one: it need not be counted. */
export interface RollUp {
  /** Index of the plan that is counted. */
  readonly from: number;
  /** By group there, the group here. */
  readonly groupOf: Uint32Array;
}

/** For each plan how it follows from another one with the same split, as everyone does from any segmentation. */
export function rollUps(plans: readonly CellPlan[], customers: number): (RollUp | undefined)[] {
  const found: (RollUp | undefined)[] = [];
  const counted: number[] = [];
  const finestFirst = [...plans.keys()].sort(
    (a, b) => plans[b]!.customer.size - plans[a]!.customer.size || a - b
  );
  for (const at of finestFirst) {
    for (const from of counted) {
      const groupOf = isWithin(plans[at]!, plans[from]!)
        ? groupsOf(plans[at]!, plans[from]!, customers)
        : undefined;
      if (groupOf) found[at] = {from, groupOf};
      if (groupOf) break;
    }
    if (!found[at]) counted.push(at);
  }
  return plans.map((_, at) => found[at]);
}

function isWithin(plan: CellPlan, finer: CellPlan): boolean {
  const has = new Set(finer.spreads.map(spreadKey));
  return plan.split === finer.split && plan.spreads.every((spread) => has.has(spreadKey(spread)));
}

/** Undefined where customers of one group there are of several here. */
function groupsOf(plan: CellPlan, finer: CellPlan, customers: number): Uint32Array | undefined {
  const groupOf = new Uint32Array(finer.customer.size);
  const coarse = plan.customer.codes;
  const fine = finer.customer.codes;
  if (!coarse) return groupOf;
  if (!fine) return undefined;
  for (let customer = 0; customer < customers; customer++) groupOf[fine[customer]!] = coarse[customer]!;
  for (let customer = 0; customer < customers; customer++)
    if (groupOf[fine[customer]!] !== coarse[customer]) return undefined;
  return groupOf;
}

/** The sums of a plan from those of the plan that it follows from. */
export function rolledUp(sums: CellSums, {groupOf}: RollUp, plan: CellPlan, finer: CellPlan): CellSums {
  const groups = plan.customer.size;
  const fold = <T extends Sums>(values: T): T => folded(values, groupOf, groups);
  const {counts, priced_items, spend, largest_spend, orders, order_gaps, spreads} = sums;
  const places = new Map(finer.spreads.map((spread, at) => [spreadKey(spread), at]));
  return {
    counts: fold(counts),
    priced_items: fold(priced_items),
    spend: fold(spend),
    largest_spend: foldedLargest(largest_spend, groupOf, groups),
    ...(orders && {orders: fold(orders)}),
    ...(order_gaps && {order_gaps: fold(order_gaps)}),
    spreads: plan.spreads.map((spread) => foldSpread(spreads[places.get(spreadKey(spread))!]!, fold))
  };
}

type Sums = Uint32Array | Float64Array;

function folded<T extends Sums>(values: T, groupOf: Uint32Array, groups: number): T {
  const run = values.length / groupOf.length;
  const result = (values instanceof Uint32Array
    ? new Uint32Array(groups * run)
    : new Float64Array(groups * run)) as unknown as T;
  groupOf.forEach((group, finer) => {
    for (let at = 0; at < run; at++) result[group * run + at]! += values[finer * run + at]!;
  });
  return result;
}

function foldedLargest(values: Float64Array, groupOf: Uint32Array, groups: number): Float64Array {
  const run = values.length / groupOf.length;
  const result = new Float64Array(groups * run);
  groupOf.forEach((group, finer) => {
    for (let at = 0; at < run; at++)
      result[group * run + at] = Math.max(result[group * run + at]!, values[finer * run + at]!);
  });
  return result;
}

function foldSpread({nn, nd, dd}: SpreadSums, fold: (values: Float64Array) => Float64Array): SpreadSums {
  const wide = ({high, low}: WideSums): WideSums => ({high: fold(high), low: fold(low)});
  return {nn: wide(nn), nd: wide(nd), dd: wide(dd)};
}
