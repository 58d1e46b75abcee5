import {customerRanges} from "../aggregates/aggregates.ts";
import {basketArrays} from "../baskets/store.ts";
import type {Baskets} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {TOTAL_PARTS} from "./customerTotals.ts";
import type {CustomerTotals, TotalsTask} from "./customerTotals.ts";
import {remembered} from "./remembered.ts";

/** Totals of every customer: as they were remembered, or counted in one pass over the items. */
export async function countedTotals(
  {baskets, memo}: Pick<AnalysedBaskets, "baskets" | "memo">,
  pool: WorkerPool
): Promise<CustomerTotals> {
  const lists = await remembered(memo, {totals: TOTAL_PARTS}, async () => {
    const totals = await countTotals(baskets, pool);
    return TOTAL_PARTS.map((part) => totals[part]);
  });
  return Object.fromEntries(TOTAL_PARTS.map((part, at) => [part, lists[at]!])) as unknown as CustomerTotals;
}

async function countTotals(baskets: Baskets, pool: WorkerPool): Promise<CustomerTotals> {
  const {customers} = baskets;
  const all = new Float64Array(new SharedArrayBuffer(8 * customers * TOTAL_PARTS.length)); // kept as it is
  const totals = Object.fromEntries(
    TOTAL_PARTS.map((part, at) => [part, all.subarray(at * customers, (at + 1) * customers)])
  ) as CustomerTotals;
  const arrays = basketArrays(baskets);
  await Promise.all(
    customerRanges(baskets, pool.size).map(([from, to]) =>
      pool.run<void>("customerTotals", {baskets: arrays, from, to, totals} satisfies TotalsTask)
    )
  );
  return totals;
}
