import type {Place} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import type {CellPlan, CellPlans} from "./cellPlan.ts";
import {addCounts, addGaps, addMoney, addOrders, cellSums, priceCells} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import {blocksOf, customerBlock, readBlock} from "./customerBlock.ts";
import {BLOCK} from "./partRows.ts";
import {splitReader, splitRecorder} from "./splitFile.ts";
import {splitters} from "./splitters.ts";
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

/** One pass: each block of customers is read once, split once per split, and added once per plan. Undefined where kept rows are damaged. */
export function countCells({
  baskets,
  plans,
  splits,
  from,
  to,
  gapWidth,
  kept
}: CountTask): Counted | undefined {
  const readers = kept.map((place) => (place?.isThere ? splitReader(place) : undefined));
  if (kept.some((place, at) => place?.isThere && !readers[at])) return undefined;
  const recorders = kept.map((place) =>
    place && !place.isThere ? splitRecorder(place, to - from) : undefined
  );
  const block = customerBlock(baskets, gapWidth);
  const made = splitters(splits, baskets, block, readers);
  const counters = plans.map((plan) => {
    const {size} = splits[plan.split]!;
    const splitter = made.of[plan.split]!;
    return {plan, size, splitter, sums: cellSums(plan, splitter.of, gapWidth)};
  });
  const scattered = splits.map(({size}, at) =>
    plans.some(({split, spreads}) => split === at && spreads.length > 0)
      ? spreadRows(made.of[at]!, size, block)
      : undefined
  );
  const wanted = {
    orders: made.of.some(({needs}) => needs === "orders"),
    products: made.of.some(({needs}) => needs === "products")
  };
  const memory = new Int32Array(BLOCK);
  for (const [first, customers] of blocksOf(from, to)) {
    readBlock(baskets, first, customers, block, wanted);
    for (const {split} of made.inOrder) split();
    for (const [at, recorder] of recorders.entries()) recorder?.add(made.of[at]!.rows, customers);
    for (const rows of scattered) rows?.fill();
    const bases = memory.subarray(0, customers);
    for (const {plan, size, splitter, sums} of counters) {
      fillBases(plan, size, first, bases);
      addCounts(splitter.rows, bases, sums.counts);
      if (!splitter.isProduct) addMoney(splitter.rows, bases, sums);
      if (sums.orders) addOrders(splitter.rows, bases, sums.orders);
      if (sums.order_gaps) addGaps(block, splitter.orderCodes, bases, sums.order_gaps);
      for (const [at, spread] of plan.spreads.entries())
        addSpread(spread, scattered[plan.split]!, bases, size, sums.spreads[at]!);
    }
  }
  for (const {splitter, sums} of counters) if (splitter.isProduct) priceCells(baskets.price, sums);
  return {
    sums: counters.map(({sums}) => sums),
    afterwards: () => {
      for (const recorder of recorders) recorder?.write();
    }
  };
}

/** First cell of each customer of the block. */
function fillBases({customer: {codes}}: CellPlan, size: number, first: number, bases: Int32Array): void {
  for (let customer = 0; customer < bases.length; customer++) {
    bases[customer] = codes ? codes[first + customer]! * size : 0;
  }
}
