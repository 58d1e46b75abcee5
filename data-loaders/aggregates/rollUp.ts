import type {CellPlan} from "./cellPlan.ts";
import type {PlanTotals} from "./planTotals.ts";
import {spreadKey} from "./spread.ts";

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
  const coarse = plan.customer.codes;
  const fine = finer.customer.codes;
  if (!coarse) return new Uint32Array(finer.customer.size);
  if (!fine) return undefined;
  const groupOf = new Int32Array(finer.customer.size).fill(-1);
  for (let customer = 0; customer < customers; customer++) {
    const [from, to] = [fine[customer]!, coarse[customer]!];
    if (groupOf[from] === -1) groupOf[from] = to;
    else if (groupOf[from] !== to) return undefined;
  }
  return Uint32Array.from(groupOf, (group) => Math.max(0, group));
}

/** The totals of a plan from those of the plan that it follows from. */
export function rolledUp(
  {columns, order_gaps, spreads}: PlanTotals,
  {groupOf}: RollUp,
  plan: CellPlan,
  finer: CellPlan
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

function folded(values: Float64Array, groupOf: Uint32Array, groups: number): Float64Array {
  const run = values.length / groupOf.length;
  const result = new Float64Array(groups * run);
  for (let finer = 0; finer < groupOf.length; finer++) {
    const [from, into] = [finer * run, groupOf[finer]! * run];
    for (let at = 0; at < run; at++) result[into + at]! += values[from + at]!;
  }
  return result;
}

function foldedLargest(values: Float64Array, groupOf: Uint32Array, groups: number): Float64Array {
  const run = values.length / groupOf.length;
  const result = new Float64Array(groups * run);
  for (let finer = 0; finer < groupOf.length; finer++) {
    const [from, into] = [finer * run, groupOf[finer]! * run];
    for (let at = 0; at < run; at++)
      if (values[from + at]! > result[into + at]!) result[into + at] = values[from + at]!;
  }
  return result;
}
