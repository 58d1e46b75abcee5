import {customerRanges} from "../aggregates/aggregates.ts";
import {basketArrays} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {TOTAL_PARTS} from "./customerTotals.ts";
import type {CustomerTotals, TotalsTask} from "./customerTotals.ts";

/** Totals of every customer: as they were remembered, or counted in one pass over the items. */
export async function countedTotals(
  {baskets, memo}: Pick<AnalysedBaskets, "baskets" | "memo">,
  pool: WorkerPool
): Promise<CustomerTotals> {
  const description = {totals: TOTAL_PARTS};
  const kept = memo.get(description)?.arrays;
  const totals = Object.fromEntries(
    TOTAL_PARTS.map((part) => [
      part,
      new Float64Array(kept?.get(part) ?? new SharedArrayBuffer(8 * baskets.customers))
    ])
  ) as CustomerTotals;
  if (kept) return totals;
  const arrays = basketArrays(baskets);
  await Promise.all(
    customerRanges(baskets, pool.size).map(([from, to]) =>
      pool.run<void>("customerTotals", {baskets: arrays, from, to, totals} satisfies TotalsTask)
    )
  );
  memo.put(
    description,
    {},
    TOTAL_PARTS.map((part) => ({name: part, array: totals[part]}))
  );
  return totals;
}
