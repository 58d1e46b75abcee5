import type {CellPlan, CountedPlan} from "./cellPlan.ts";
import type {PlanTotals} from "./planTotals.ts";
import {spreadKey} from "./spread.ts";

/** A plan's groups of customers are made of whole groups of one that is counted. */
export interface RollUp {
  /** Index into the counted plans. */
  readonly from: number;
  /** By group there, the group here. */
  readonly groupOf: Uint32Array;
}

/** The totals of a plan from those of the plan that it follows from. */
export function rolledUp(
  {columns, order_gaps, spreads}: PlanTotals,
  {groupOf}: RollUp,
  plan: CellPlan,
  finer: Pick<CountedPlan, "spreads">
): PlanTotals {
  const groups = plan.customer.size;
  const fold = (values: Float64Array): Float64Array => folded(values, groupOf, groups);
  const places = new Map(finer.spreads.map((spread, at) => [spreadKey(spread), at]));
  return {
    columns: {
      customers: fold(columns.customers),
      items: fold(columns.items),
      reordered_items: fold(columns.reordered_items),
      priced_items: fold(columns.priced_items),
      spend: fold(columns.spend),
      largest_spend: foldedLargest(columns.largest_spend, groupOf, groups),
      ...(columns.orders && {orders: fold(columns.orders)})
    },
    ...(order_gaps && {order_gaps: fold(order_gaps)}),
    spreads: plan.spreads.map((spread) => fold(spreads[places.get(spreadKey(spread))!]!))
  };
}

/** Sums of each group here: runs of numbers, one run per group there. */
export function folded(values: Float64Array, groupOf: Uint32Array, groups: number): Float64Array {
  if (isIdentity(groupOf, groups)) return values;
  const run = values.length / groupOf.length;
  const result = new Float64Array(groups * run);
  for (let finer = 0; finer < groupOf.length; finer++) {
    const [from, into] = [finer * run, groupOf[finer]! * run];
    for (let at = 0; at < run; at++) result[into + at]! += values[from + at]!;
  }
  return result;
}

const isIdentity = (groupOf: Uint32Array, groups: number): boolean =>
  groupOf.length === groups && groupOf.every((group, at) => group === at);

function foldedLargest(values: Float64Array, groupOf: Uint32Array, groups: number): Float64Array {
  if (isIdentity(groupOf, groups)) return values;
  const run = values.length / groupOf.length;
  const result = new Float64Array(groups * run);
  for (let finer = 0; finer < groupOf.length; finer++) {
    const [from, into] = [finer * run, groupOf[finer]! * run];
    for (let at = 0; at < run; at++)
      if (values[from + at]! > result[into + at]!) result[into + at] = values[from + at]!;
  }
  return result;
}
