import type {Memo} from "../baskets/memo.ts";
import type {Content} from "../baskets/sectionFile.ts";
import type {AskedCells} from "./cellPlan.ts";
import {cellDescriptions} from "./keptAggregates.ts";
import type {PlanTotals} from "./planTotals.ts";
import {spreadKey} from "./spread.ts";

/** What totals of a plan are kept by. */
export const totalsDescription = (asked: AskedCells): unknown => ({totals: cellDescriptions([asked])[0]});

const COLUMN = "column ";
const SPREAD = "spread ";
const GAPS = "order gaps";

export function keepTotals(
  memo: Memo,
  asked: AskedCells,
  {columns, order_gaps, spreads}: PlanTotals,
  gapWidth: number
): void {
  const contents = Object.entries(columns).map(
    ([name, array]: [string, Float64Array]): Content => ({name: COLUMN + name, array})
  );
  if (order_gaps) contents.push({name: GAPS, array: order_gaps});
  for (const [at, array] of spreads.entries())
    contents.push({name: SPREAD + spreadKey(asked.spreads[at]!), array});
  memo.put(totalsDescription(asked), gapWidth, contents);
}

/** Its spreads in the order in which they are asked for. */
export function keptTotals(
  memo: Memo,
  asked: AskedCells
): {readonly totals: PlanTotals; readonly gapWidth: number} | undefined {
  const kept = memo.get(totalsDescription(asked));
  if (!kept) return undefined;
  const arrays = new Map([...kept.arrays].map(([name, buffer]) => [name, new Float64Array(buffer)]));
  const columns = [...arrays].flatMap(([name, array]) =>
    name.startsWith(COLUMN) ? [[name.slice(COLUMN.length), array] as const] : []
  );
  const order_gaps = arrays.get(GAPS);
  return {
    totals: {
      columns: Object.fromEntries(columns) as unknown as PlanTotals["columns"],
      ...(order_gaps && {order_gaps}),
      spreads: asked.spreads.map((spread) => arrays.get(SPREAD + spreadKey(spread))!)
    },
    gapWidth: kept.about as number
  };
}
