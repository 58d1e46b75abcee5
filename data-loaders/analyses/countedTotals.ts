import {customerRanges} from "../aggregates/customerRanges.ts";
import {basketArrays} from "../baskets/store.ts";
import type {Baskets} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";
import {TOTAL_PARTS} from "./customerTotals.ts";
import type {CustomerTotals, TotalsTask} from "./customerTotals.ts";
import {remembered} from "./remembered.ts";

type Counted = Pick<AnalysedBaskets, "baskets" | "memo">;

/** Totals of every customer: as they were remembered, or counted in one pass over the items. */
export async function countedTotals(analysed: Counted, pool: WorkerPool): Promise<CustomerTotals> {
  const lists = await counted(analysed, pool);
  return Object.fromEntries(TOTAL_PARTS.map((part, at) => [part, lists[at]!])) as unknown as CustomerTotals;
}

/** Item lines by product, of the same pass. */
export async function boughtProducts(analysed: Counted, pool: WorkerPool): Promise<Float64Array> {
  return (await counted(analysed, pool))[TOTAL_PARTS.length]!;
}

/** The totals by part, then the item lines by product. */
function counted({baskets, memo}: Counted, pool: WorkerPool): Promise<readonly Float64Array[]> {
  return remembered(memo, {totals: TOTAL_PARTS, and: "bought"}, () => countTotals(baskets, pool));
}

async function countTotals(baskets: Baskets, pool: WorkerPool): Promise<Float64Array[]> {
  const {customers, products} = baskets;
  const totalled = customers * TOTAL_PARTS.length;
  const all = new Float64Array(new SharedArrayBuffer(8 * (totalled + products))); // kept as it is
  const lists = TOTAL_PARTS.map((_, at) => all.subarray(at * customers, (at + 1) * customers));
  const totals = Object.fromEntries(TOTAL_PARTS.map((part, at) => [part, lists[at]!])) as CustomerTotals;
  const arrays = basketArrays(baskets);
  const parts = await Promise.all(
    customerRanges(baskets, pool.size).map(([from, to]) =>
      pool.run<Uint32Array>("customerTotals", {baskets: arrays, from, to, totals} satisfies TotalsTask)
    )
  );
  const bought = all.subarray(totalled);
  for (const part of parts) addAll(bought, part);
  return [...lists, bought];
}

function addAll(sums: Float64Array, parts: Uint32Array): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += parts[at]!;
}
