import type {Place} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {fillGroups} from "./cellPlan.ts";
import type {CountedPlan, Split} from "./cellPlan.ts";
import {addBlock, cellSums, takenOut} from "./cellSums.ts";
import type {CellSums} from "./cellSums.ts";
import {blocksOf, customerBlock, readBlock} from "./customerBlock.ts";
import type {CustomerBlock, Depth} from "./customerBlock.ts";
import {BLOCK} from "./partRows.ts";
import {productCells} from "./productCells.ts";
import type {ProductSums} from "./productCells.ts";
import {splitReader, splitRecorder} from "./splitFile.ts";
import {splitOf, splitters} from "./splitters.ts";
import type {Splitter} from "./splitter.ts";

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

/** The sums of each plan. */
export type Counted = (CellSums | ProductSums)[];

/** Undefined where kept rows are damaged. One pass: each block is read once, split once per split, added once per plan. */
export function countCells(task: CountTask): Counted | undefined {
  const {baskets, plans, splits, from, to, gapWidth, kept} = task;
  const ofOrders = splits.map((split) => splitOf(split) === "orders");
  const readers = kept.map((place, at) => (place?.isThere ? splitReader(place, ofOrders[at]!) : undefined));
  if (kept.some((place, at) => place?.isThere && !readers[at])) return undefined;
  const recorders = kept.map((place, at) =>
    place && !place.isThere ? splitRecorder(place, ofOrders[at]!) : undefined
  );
  const block = customerBlock(gapWidth);
  const byRows = plans.filter((plan) => !isOfProducts(plan, splits)).map(({split}) => split);
  const recorded = [...recorders.keys()].filter((at) => recorders[at]);
  const made = splitters(splits, new Set([...byRows, ...recorded]), baskets, block, readers);
  const counters = plans.map((plan) =>
    isOfProducts(plan, splits)
      ? productCounter(plan, baskets.products, block)
      : rowCounter(plan, splits[plan.split]!, made.of[plan.split]!, block)
  );
  const depth = deepest([...made.inOrder, ...counters].map(({needs}) => needs));
  const groups = kernelArray(Uint32Array, BLOCK);
  try {
    for (const [first, customers] of blocksOf(from, to)) {
      readBlock(baskets, first, customers, block, depth);
      for (const {split} of made.inOrder) split();
      for (const [at, recorder] of recorders.entries()) recorder?.add(made.of[at]!.rows, customers);
      for (const {plan, step, add} of counters) {
        fillGroups(plan, step, first, customers, groups);
        add(groups);
      }
    }
    for (const recorder of recorders) recorder?.finish();
  } catch (error) {
    for (const recorder of recorders) recorder?.drop();
    throw error;
  }
  return counters.map(({sums}) => sums());
}

/** Such cells are many and each has few items: rows would only be a detour. */
function isOfProducts({split, spreads}: CountedPlan, splits: readonly Split[]): boolean {
  return splits[split]!.isProduct && spreads.length === 0;
}

/** Adds a block to the cells of a plan. */
interface Counter {
  readonly plan: CountedPlan;
  readonly needs: Depth;
  /** `add` is told each customer's group times this. */
  readonly step: number;
  readonly add: (groups: Uint32Array) => void;
  readonly sums: () => CellSums | ProductSums;
}

function productCounter(plan: CountedPlan, products: number, block: CustomerBlock): Counter {
  const {add, sums} = productCells(plan, products);
  return {plan, needs: "orders", step: 1, add: (groups) => add(block, groups), sums};
}

function rowCounter(plan: CountedPlan, split: Split, splitter: Splitter, block: CustomerBlock): Counter {
  const sums = cellSums(plan, splitOf(split), block.noGap);
  return {
    plan,
    needs: "gaps",
    step: split.size,
    add: (groups) => addBlock(block, splitter, groups, plan.spreads, sums),
    sums: () => takenOut(sums)
  };
}

function deepest(needs: readonly Depth[]): Depth {
  return (["orders", "items"] as const).find((depth) => needs.includes(depth)) ?? "gaps";
}
