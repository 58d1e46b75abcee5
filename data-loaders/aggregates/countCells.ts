import type {Place} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {fillGroups} from "./cellPlan.ts";
import type {CountedPlan, Split} from "./cellPlan.ts";
import {addBlock, cellSums, takenOut} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import {countProducts} from "./countProducts.ts";
import {blocksOf, customerBlock, readBlock} from "./customerBlock.ts";
import type {Depth} from "./customerBlock.ts";
import {BLOCK} from "./partRows.ts";
import {splitReader, splitRecorder} from "./splitFile.ts";
import type {SplitRecorder} from "./splitFile.ts";
import {splitOf, splitters} from "./splitters.ts";
import type {KeptRows} from "./splitter.ts";

/** Aggregates over a range of customers, for one thread. */
export interface CountTask {
  readonly plans: readonly CountedPlan[];
  readonly splits: readonly Split[];
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
  const ofOrders = splits.map((split) => splitOf(split) === "orders");
  const readers = kept.map((place, at) => (place?.isThere ? splitReader(place, ofOrders[at]!) : undefined));
  if (kept.some((place, at) => place?.isThere && !readers[at])) return undefined;
  const recorders = kept.map((place, at) =>
    place && !place.isThere ? splitRecorder(place, ofOrders[at]!) : undefined
  );
  const isAlone = ({split, spreads}: CountedPlan): boolean =>
    splits[split]!.isProduct && spreads.length === 0;
  const counters = plans.map((plan): Counter | undefined => {
    const split = splits[plan.split]!;
    return isAlone(plan) ? undefined : {plan, split, sums: cellSums(plan, splitOf(split), task.gapWidth)};
  });
  countBlocks(
    task,
    counters.filter((counter) => counter !== undefined),
    readers,
    recorders
  );
  return {
    sums: counters.map((counter, at) =>
      counter ? takenOut(counter.sums) : countProducts(plans[at]!, task.baskets, [from, to])
    ),
    afterwards: () => {
      for (const recorder of recorders) recorder?.write();
    }
  };
}

interface Counter {
  readonly plan: CountedPlan;
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
  const made = splitters(splits, new Set(counters.map(({plan}) => plan.split)), baskets, block, readers);
  const depth = deepest(made.inOrder.map(({needs}) => needs));
  const bases = kernelArray(Uint32Array, BLOCK);
  for (const [first, customers] of blocksOf(from, to)) {
    readBlock(baskets, first, customers, block, depth);
    for (const {split} of made.inOrder) split();
    for (const [at, recorder] of recorders.entries()) recorder?.add(made.of[at]!.rows, customers);
    for (const {plan, split, sums} of counters) {
      fillGroups(plan, split.size, first, customers, bases);
      addBlock(block, made.of[plan.split]!, bases, plan.spreads, sums);
    }
  }
}

function deepest(needs: readonly Depth[]): Depth {
  return (["orders", "items"] as const).find((depth) => needs.includes(depth)) ?? "gaps";
}
