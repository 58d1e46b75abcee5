import type {Place} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import type {CellPlan, CellPlans, Split} from "./cellPlan.ts";
import {addCounts, addGaps, addMoney, addOrders, cellSums} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import {countProducts} from "./countProducts.ts";
import {blocksOf, customerBlock, readBlock} from "./customerBlock.ts";
import {BLOCK} from "./partRows.ts";
import {splitReader, splitRecorder} from "./splitFile.ts";
import type {SplitRecorder} from "./splitFile.ts";
import {splitOf, splitters} from "./splitters.ts";
import type {KeptRows} from "./splitters.ts";
import {spreadRows} from "./spreadRows.ts";
import {addSpread} from "./spreadSums.ts";

/** Aggregates over a range of customers, for one thread. */
export interface CountTask extends CellPlans {
  /** Without items where the rows of all splits are kept. */
  readonly baskets: Omit<Baskets, "words">;
  readonly from: number;
  readonly to: number;
  /** Longest gap in the store + 1. */
  readonly gapWidth: number;
  /** Where the rows of each split, of this range of customers, are kept or to be kept. */
  readonly kept: readonly (KeptPlace | undefined)[];
}

export interface KeptPlace extends Place {
  readonly isThere: boolean;
}

/** The sums of each plan, and what is to be done when they have been told: keeping rows for the next time. */
export interface Counted {
  readonly sums: CellSums[];
  readonly afterwards: () => void;
}

/** Undefined where kept rows are damaged. */
export function countCells(task: CountTask): Counted | undefined {
  const {plans, splits, from, to, kept} = task;
  const readers = kept.map((place) => (place?.isThere ? splitReader(place) : undefined));
  if (kept.some((place, at) => place?.isThere && !readers[at])) return undefined;
  const recorders = kept.map((place) =>
    place && !place.isThere ? splitRecorder(place, to - from) : undefined
  );
  const counters = plans.map((plan): Counter => {
    const split = splits[plan.split]!;
    return {plan, split, sums: cellSums(plan, splitOf(split), task.gapWidth)};
  });
  const isAlone = ({plan, split}: Counter): boolean => split.isProduct && plan.spreads.length === 0;
  countBlocks(
    task,
    counters.filter((counter) => !isAlone(counter)),
    readers,
    recorders
  );
  for (const {plan, sums} of counters.filter(isAlone))
    countProducts(plan.customer, task.baskets, [from, to], sums);
  return {
    sums: counters.map(({sums}) => sums),
    afterwards: () => {
      for (const recorder of recorders) recorder?.write();
    }
  };
}

interface Counter {
  readonly plan: CellPlan;
  readonly split: Split;
  readonly sums: CellSums;
}

/** One pass: each block of customers is read once, split once per split, and added once per plan. */
function countBlocks(
  {baskets, splits, from, to, gapWidth}: CountTask,
  counters: readonly Counter[],
  readers: readonly (KeptRows | undefined)[],
  recorders: readonly (SplitRecorder | undefined)[]
): void {
  const block = customerBlock(gapWidth);
  const wanted = new Set(counters.map(({plan}) => plan.split));
  const made = splitters(splits, wanted, baskets, block, readers);
  const scattered = splits.map(({size}, at) => {
    const spreads = counters.flatMap(({plan}) => (plan.split === at ? plan.spreads : []));
    return spreads.length > 0 ? spreadRows(made.of[at]!, size, spreads, block) : undefined;
  });
  const wantsOrders = made.inOrder.some(({needsOrders}) => needsOrders);
  const memory = new Int32Array(BLOCK);
  for (const [first, customers] of blocksOf(from, to)) {
    readBlock(baskets, first, customers, block, wantsOrders);
    for (const {split} of made.inOrder) split();
    for (const [at, recorder] of recorders.entries()) recorder?.add(made.of[at]!.rows, customers);
    for (const rows of scattered) rows?.fill();
    const bases = memory.subarray(0, customers);
    for (const {plan, split, sums} of counters) {
      const {rows, orderCodes} = made.of[plan.split]!;
      fillBases(plan, split.size, first, bases);
      addCounts(rows, bases, sums.counts);
      addMoney(rows, bases, sums);
      if (sums.orders) addOrders(rows, bases, sums.orders);
      if (sums.order_gaps) addGaps(block, orderCodes, bases, sums.order_gaps);
      for (const [at, spread] of plan.spreads.entries())
        addSpread(spread, scattered[plan.split]!, bases, split.size, sums.spreads[at]!);
    }
  }
}

/** First cell of each customer of the block. */
function fillBases({customer: {codes}}: CellPlan, size: number, first: number, bases: Int32Array): void {
  for (let customer = 0; customer < bases.length; customer++) {
    bases[customer] = codes ? codes[first + customer]! * size : 0;
  }
}
