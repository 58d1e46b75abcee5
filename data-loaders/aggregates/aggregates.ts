import {NO_MEMO} from "../baskets/memo.ts";
import type {Memo} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AggregateQuery} from "./aggregate.ts";
import {askedCells} from "./cellPlan.ts";
import type {AskedCells} from "./cellPlan.ts";
import {countTotals} from "./countTotals.ts";
import type {CodedDimension} from "./dimensions.ts";
import {cellDescriptions, keepAggregate, keptAggregate} from "./keptAggregates.ts";
import {ofOtherBins, prepareOtherBins} from "./otherBins.ts";
import type {RawAggregate} from "./rawAggregate.ts";
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
      answers[at] = ofOtherBins(asked[at]!, memo);
      if (!answers[at]) uncounted.push(at);
    }
    const wanted = uncounted.map((at) => asked[at]!);
    const counted = await countAll(wanted, baskets, pool, memo);
    for (const [place, at] of uncounted.entries()) answers[at] = counted[place]!;
    for (const at of missing) keepAggregate(memo, descriptions[at]!, answers[at]!);
    if (wanted.length > 0) memo.later(() => prepareOtherBins(wanted, baskets, pool, memo));
  };
  const isThere = descriptions.map((description) => memo.has(description));
  const counting = count([...asked.keys()].filter((at) => !isThere[at]));
  for (const [at, each] of asked.entries())
    if (isThere[at]) answers[at] = keptAggregate(each, memo.get(descriptions[at]!)); // while threads count
  await counting;
  await count([...asked.keys()].filter((at) => !answers[at])); // what was damaged
  return answers as RawAggregate[];
}

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
