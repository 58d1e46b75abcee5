import type {Memo} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import {cellPlans} from "./cellPlan.ts";
import type {AskedCells, CellPlan} from "./cellPlan.ts";
import {countTotals} from "./countTotals.ts";
import {finerCells} from "./finerCells.ts";
import {keepTotals, keptTotals, totalsDescription} from "./keptTotals.ts";
import {longestGap} from "./longestGap.ts";
import type {RawAggregate} from "./rawAggregate.ts";
import {rolledUp} from "./rollUp.ts";
import {summedAggregate} from "./summedAggregate.ts";

/** Cells that only other bins have made different: they are added up from those of each value. */
export function ofOtherBins(asked: AskedCells, memo: Memo): RawAggregate | undefined {
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
export async function prepareOtherBins(
  asked: readonly AskedCells[],
  baskets: Baskets,
  pool: WorkerPool,
  memo: Memo
): Promise<void> {
  const finer = new Map<string, AskedCells>();
  const gaps = longestGap(baskets, memo) + 1;
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
