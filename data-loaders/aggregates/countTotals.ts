import {existsSync, rmSync} from "node:fs";
import type {Memo} from "../baskets/memo.ts";
import {basketArrays, withoutItems} from "../baskets/store.ts";
import type {Baskets} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import {cellPlans} from "./cellPlan.ts";
import type {AskedCells, CellPlan, CellPlans, Split} from "./cellPlan.ts";
import type {CellSums} from "./cellSums.ts";
import type {Counted, CountTask, KeptPlace} from "./countCells.ts";
import {customerRanges} from "./customerRanges.ts";
import type {CodedDimension} from "./dimensions.ts";
import {jointPlans} from "./jointPlans.ts";
import {cellDescriptions} from "./keptAggregates.ts";
import {longestGap} from "./longestGap.ts";
import {planTotals} from "./planTotals.ts";
import type {PlanTotals} from "./planTotals.ts";
import {productTotals} from "./productTotals.ts";
import {rolledUp} from "./rollUp.ts";

interface CountedTotals extends CellPlans {
  /** One per plan. */
  readonly totals: readonly PlanTotals[];
  readonly gapWidth: number;
}

/**
 * Totals of each plan, in one pass over the baskets, each thread over its own customers.
 * @param keptOf the rows of splits that these ask for are kept, too, where they are worth it
 */
export async function countTotals(
  asked: readonly AskedCells[],
  baskets: Baskets,
  pool: WorkerPool,
  memo: Memo,
  keptOf: readonly AskedCells[] = []
): Promise<CountedTotals> {
  const {plans: all, splits, splitDimensions} = cellPlans([...asked, ...keptOf]);
  const plans = all.slice(0, asked.length);
  const ranges = customerRanges(baskets, pool.size);
  const isCounted = splits.map((_, at) => plans.some(({split}) => split === at));
  const keptFor = (range: readonly [number, number], at: number): KeptPlace | undefined => {
    const place = isWorthKeeping(splits[at]!, at, all)
      ? keptSplit(memo, splitDimensions[at]!, range)
      : undefined;
    return (place?.isThere ? isCounted[at] : keptOf.length > 0) ? place : undefined;
  };
  const kept = ranges.map((range) => eachOnce(splits.map((_, at) => keptFor(range, at))));
  const isRecorded = kept.flat().some((place) => place?.isThere === false);
  if (plans.length === 0 && !isRecorded) return {plans, splits, totals: [], gapWidth: 0};
  const gapWidth = longestGap(baskets, memo) + 1;
  const isRead = kept.every((places) => places.every((place, at) => !isCounted[at] || place?.isThere));
  const arrays = isRead && !isRecorded ? withoutItems(baskets) : basketArrays(baskets);
  const {counted, ups} = jointPlans(plans);
  const tasks = ranges.map(
    ([from, to], at): CountTask => ({
      baskets: arrays,
      plans: counted,
      splits,
      from,
      to,
      gapWidth,
      kept: kept[at]!
    })
  );
  const partial = await Promise.all(tasks.map((task) => pool.run<Counted | undefined>("countCells", task)));
  if (!partial.every((sums) => sums !== undefined)) {
    for (const place of kept.flat()) if (place) rmSync(place.path, {force: true}); // one of them was damaged
    return countTotals(asked, baskets, pool, memo, keptOf);
  }
  const sums = counted.map(({cells}, at) => {
    const parts = partial.map((each) => each[at]!);
    return parts.every((part) => "bought" in part)
      ? productTotals(parts, cells, baskets.price)
      : planTotals(parts as CellSums[], cells);
  });
  const totals = plans.map((plan, at) => {
    const up = ups[at]!;
    return rolledUp(sums[up.from]!, up, plan, counted[up.from]!);
  });
  return {plans, splits, totals, gapWidth};
}

/** Splits with few codes that segmentations of customers are crossed with: the next run has other segmentations. */
function isWorthKeeping(
  {slot, order, product, size, isProduct}: Split,
  at: number,
  plans: readonly CellPlan[]
): boolean {
  const isOfItems = product.codes !== undefined && (slot.codes !== undefined || order.codes !== undefined);
  return (
    size <= FEW_CODES &&
    !isOfItems &&
    !isProduct &&
    plans.some(({split, customer}) => split === at && customer.codes !== undefined)
  );
}

const FEW_CODES = 1000;

/** Splits by other dimensions of the same codes have the same rows: those of one are kept. */
function eachOnce(places: readonly (KeptPlace | undefined)[]): (KeptPlace | undefined)[] {
  const isFirst = ({path}: KeptPlace, at: number): boolean =>
    places.findIndex((other) => other?.path === path) === at;
  return places.map((place, at) => (place && (place.isThere || isFirst(place, at)) ? place : undefined));
}

function keptSplit(
  memo: Memo,
  dimensions: readonly CodedDimension[],
  range: readonly [number, number]
): KeptPlace | undefined {
  const [split] = cellDescriptions([{dimensions, spreads: []}]);
  const {path, key} = memo.place({split, range});
  return path === "" ? undefined : {path, key, isThere: existsSync(path)};
}
