import {existsSync, rmSync} from "node:fs";
import {NO_MEMO} from "../baskets/memo.ts";
import type {Memo} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import {basketArrays, NO_GAP, withoutItems} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AggregateQuery} from "./aggregate.ts";
import {askedCells, cellPlans} from "./cellPlan.ts";
import type {AskedCells, CellPlan, CellPlans, Split} from "./cellPlan.ts";
import type {CellSums} from "./cellSums.ts";
import type {Counted, CountTask, KeptPlace} from "./countCells.ts";
import type {CodedDimension} from "./dimensions.ts";
import {finerCells} from "./finerCells.ts";
import {jointPlans} from "./jointPlans.ts";
import {cellDescriptions, keepAggregate, keptAggregate} from "./keptAggregates.ts";
import {keepTotals, keptTotals, totalsDescription} from "./keptTotals.ts";
import {planTotals} from "./planTotals.ts";
import type {PlanTotals} from "./planTotals.ts";
import {productTotals} from "./productTotals.ts";
import type {RawAggregate} from "./rawAggregate.ts";
import {rolledUp} from "./rollUp.ts";
import {summedAggregate} from "./summedAggregate.ts";

/**
 * Answers all queries: those that were answered before from memory, the others in one pass over the baskets, each
 * thread over its own customers. Whole numbers throughout, so the result does not depend on the number of threads.
 */
export async function aggregates(
  queries: readonly AggregateQuery[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets,
  pool: WorkerPool,
  memo: Memo = NO_MEMO
): Promise<RawAggregate[]> {
  const asked = queries.map((query) => askedCells(query, dimensions));
  const descriptions = cellDescriptions(asked);
  const answers: (RawAggregate | undefined)[] = asked.map(() => undefined);
  const count = async (missing: readonly number[]): Promise<void> => {
    const uncounted: number[] = [];
    for (const at of missing) {
      answers[at] = ofKeptTotals(asked[at]!, memo);
      if (!answers[at]) uncounted.push(at);
    }
    const wanted = uncounted.map((at) => asked[at]!);
    const counted = await countAll(wanted, baskets, pool, memo);
    for (const [place, at] of uncounted.entries()) answers[at] = counted[place]!;
    for (const at of missing) keepAggregate(memo, descriptions[at]!, answers[at]!);
    if (wanted.length > 0) memo.later(() => prepareOther(wanted, baskets, pool, memo));
  };
  const isThere = descriptions.map((description) => memo.has(description));
  const counting = count([...asked.keys()].filter((at) => !isThere[at]));
  for (const [at, each] of asked.entries())
    if (isThere[at]) answers[at] = keptAggregate(each, memo.get(descriptions[at]!)); // while threads count
  await counting;
  await count([...asked.keys()].filter((at) => !answers[at])); // what was damaged
  return answers as RawAggregate[];
}

/** Cells that only other bins have made different: they are added up from those of each value. */
function ofKeptTotals(asked: AskedCells, memo: Memo): RawAggregate | undefined {
  if (!memo.has(ANY_TOTALS)) return undefined; // a first run need not look for groups
  const finer = finerCells(asked);
  const kept = finer && keptTotals(memo, finer.asked);
  if (!kept) return undefined;
  const {plans, splits} = cellPlans([asked]);
  const [plan] = plans as [CellPlan];
  const totals = rolledUp(kept.totals, {from: 0, groupOf: finer.groupOf}, plan, finer.asked);
  return summedAggregate(asked.dimensions, plan, splits[plan.split]!.size, totals, kept.gapWidth);
}

/**
 * For the next run: counts what it can add up where somebody has changed bins, and keeps the rows that it can count from
 * where somebody has changed rules.
 */
async function prepareOther(
  asked: readonly AskedCells[],
  baskets: Baskets,
  pool: WorkerPool,
  memo: Memo
): Promise<void> {
  const finer = new Map<string, AskedCells>();
  const gaps = longestGap(baskets.orderGap, memo) + 1;
  for (const each of asked) {
    const cells = finerCells(each)?.asked;
    if (!cells || numbersOf(cells, gaps) > MOST_NUMBERS) continue;
    const description = totalsDescription(cells);
    if (!memo.has(description)) finer.set(JSON.stringify(description), cells);
  }
  const wanted = [...finer.values()];
  const {totals, gapWidth} = await countTotals(wanted, baskets, pool, memo, asked);
  for (const [at, cells] of wanted.entries()) keepTotals(memo, cells, totals[at]!, gapWidth);
  memo.put(ANY_TOTALS, {}, []);
}

const ANY_TOTALS = {totals: "any"};
/** So many numbers of orders by days since the prior one are worth keeping. */
const MOST_NUMBERS = 1_000_000;

const numbersOf = ({dimensions}: AskedCells, gaps: number): number =>
  dimensions.reduce((cells, {labels}) => cells * labels.length, 1) *
  (dimensions.some(({keyedBy}) => keyedBy === "product") ? 1 : gaps);

async function countAll(
  asked: readonly AskedCells[],
  baskets: Baskets,
  pool: WorkerPool,
  memo: Memo
): Promise<RawAggregate[]> {
  const {plans, splits, totals, gapWidth} = await countTotals(asked, baskets, pool, memo);
  return plans.map((plan, at) =>
    summedAggregate(asked[at]!.dimensions, plan, splits[plan.split]!.size, totals[at]!, gapWidth)
  );
}

interface CountedTotals extends CellPlans {
  /** One per plan. */
  readonly totals: readonly PlanTotals[];
  readonly gapWidth: number;
}

/** @param keptOf the rows of splits that these ask for are kept, too, where they are worth it */
async function countTotals(
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
  const gapWidth = longestGap(baskets.orderGap, memo) + 1;
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

/** Ranges of customers with about the same number of items each. */
export function customerRanges(
  {customers, orderStart, itemStart, items}: Baskets,
  parts: number
): [number, number][] {
  const bounds = [0];
  for (let part = 1; part < parts; part++) {
    let [from, to] = [bounds.at(-1)!, customers];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (itemStart[orderStart[middle]!]! < (items * part) / parts) from = middle + 1;
      else to = middle;
    }
    bounds.push(from);
  }
  bounds.push(customers);
  return bounds.slice(1).map((to, part) => [bounds[part]!, to]);
}

function longestGap(gaps: Uint16Array, memo: Memo): number {
  const kept = memo.get(LONGEST_GAP)?.about as number | undefined;
  if (kept !== undefined) return kept;
  let longest = 0;
  for (let order = 0; order < gaps.length; order++) {
    const gap = gaps[order]!;
    if (gap > longest && gap !== NO_GAP) longest = gap;
  }
  memo.put(LONGEST_GAP, longest, []);
  return longest;
}

const LONGEST_GAP = {days: "longest gap"};
