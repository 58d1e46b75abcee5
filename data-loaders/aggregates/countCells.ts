import type {Baskets} from "../baskets/store.ts";
import type {CellPlan, CellPlans} from "./cellPlan.ts";
import {addCounts, addGaps, addMoney, addOrders, cellSums, priceCells} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import {blocksOf, customerBlock, readBlock} from "./customerBlock.ts";
import {BLOCK} from "./partRows.ts";
import {splitters} from "./splitters.ts";

/** Aggregates over a range of customers, for one thread. */
export interface CountTask extends CellPlans {
  readonly baskets: Omit<Baskets, "words">;
  readonly from: number;
  readonly to: number;
  /** Longest gap in the store + 1. */
  readonly gapWidth: number;
}

/** One pass: each block of customers is read once, split once per split, and added once per plan. */
export function countCells({baskets, plans, splits, from, to, gapWidth}: CountTask): CellSums[] {
  const block = customerBlock(baskets, gapWidth);
  const made = splitters(splits, baskets, block);
  const counters = plans.map((plan) => {
    const {size} = splits[plan.split]!;
    const splitter = made.of[plan.split]!;
    return {plan, size, splitter, sums: cellSums(plan.cells, splitter.of, gapWidth)};
  });
  const memory = new Int32Array(BLOCK);
  for (const [first, customers] of blocksOf(from, to)) {
    readBlock(baskets, first, customers, block);
    for (const {split} of made.inOrder) split();
    const bases = memory.subarray(0, customers);
    for (const {plan, size, splitter, sums} of counters) {
      fillBases(plan, size, first, bases);
      addCounts(splitter.rows, bases, sums.counts);
      if (!splitter.isProduct) addMoney(splitter.rows, bases, sums);
      if (sums.orders) addOrders(splitter.rows, bases, sums.orders);
      if (sums.order_gaps) addGaps(block, splitter.orderCodes, bases, sums.order_gaps);
    }
  }
  for (const {splitter, sums} of counters) if (splitter.isProduct) priceCells(baskets.price, sums);
  return counters.map(({sums}) => sums);
}

/** First cell of each customer of the block. */
function fillBases({customer: {codes}}: CellPlan, size: number, first: number, bases: Int32Array): void {
  for (let customer = 0; customer < bases.length; customer++) {
    bases[customer] = codes ? codes[first + customer]! * size : 0;
  }
}
