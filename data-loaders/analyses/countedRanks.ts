import {NO_MEMO} from "../baskets/memo.ts";
import type {Memo} from "../baskets/memo.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {countedTotals} from "./countedTotals.ts";
import {valueKey} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import {keptPlace} from "./keptPlace.ts";
import {RANKED} from "./rankValues.ts";
import type {RankedValues, RankTask} from "./rankValues.ts";
import type {RankedSource} from "./valueSums.ts";

type Counted = Pick<AnalysedBaskets, "baskets" | "memo">;

/** What nobody has asked for yet. */
const running = new WeakMap<Memo, Map<string, Promise<RankedValues>>>();

/** A value of every customer and its ranks, which no segment changes: where they are kept, or counted now. */
export async function countedRanks(
  value: CustomerValue,
  analysed: Counted,
  pool: WorkerPool
): Promise<RankedSource> {
  const key = valueKey(value);
  const begun = running.get(analysed.memo);
  const kept = begun?.has(key) ? undefined : keptPlace(analysed.memo, {ranked: key});
  if (kept) return {kept};
  const ranks = ranksOf(value, analysed, pool);
  begun?.delete(key); // they are many numbers, and seldom asked for twice
  return ranks;
}

/** Counted, wherever they may be kept; held until they are asked for. */
export function ranksOf(value: CustomerValue, analysed: Counted, pool: WorkerPool): Promise<RankedValues> {
  const {memo} = analysed;
  const known = running.get(memo) ?? new Map<string, Promise<RankedValues>>();
  const found = known.get(valueKey(value)) ?? ranked(value, analysed, pool);
  known.set(valueKey(value), found);
  if (memo !== NO_MEMO) running.set(memo, known);
  return found;
}

async function ranked(value: CustomerValue, analysed: Counted, pool: WorkerPool): Promise<RankedValues> {
  const totals = await countedTotals(analysed, pool);
  const task: RankTask = {value, totals};
  const {ties, ...lists} = await pool.run<RankedValues>("rankValues", task, "short");
  const arrays = RANKED.map((name) => ({name, array: lists[name]}));
  analysed.memo.putApart({ranked: valueKey(value)}, {ties}, arrays);
  return {...lists, ties};
}
