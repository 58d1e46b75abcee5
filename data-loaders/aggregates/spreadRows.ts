import type {Part} from "../config/measures.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {BLOCK} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import type {SpreadOf} from "./spread.ts";
import type {Splitter} from "./splitters.ts";

/** What a block's customers did, every part of it, ready to be squared. */
export interface SpreadRows {
  readonly rows: PartRows;
  /** A part by row. */
  readonly column: (part: Part) => Int32Array | Float64Array;
  /** The customers' totals of a part, told to each of their rows and once by customer. */
  readonly totals: (part: Part) => Totals;
  /** To be called for each block when it has been split. */
  readonly fill: () => void;
}

interface Totals {
  readonly byRow: Float64Array;
  readonly byCustomer: Float64Array;
}

/** `size` is the number of codes, `spreads` are all that will be asked of the rows. */
export function spreadRows(
  splitter: Splitter,
  size: number,
  spreads: readonly SpreadOf[],
  block: CustomerBlock
): SpreadRows {
  const {rows} = splitter;
  const asked = spreads.flatMap((spread) => ("over" in spread ? spread.over : [spread.shareOf]));
  const asksGaps = asked.includes("gaps") || asked.includes("gap_days");
  const rowOf = new Int32Array(size);
  const made: MadeColumns = {customers: NONE, gaps: NONE, gap_days: NONE};
  const totals = new Map<Part, Totals>();
  const column = (part: Part): Int32Array | Float64Array => {
    if (part === "priced_items") return rows.priced;
    if (part === "reordered_items") return rows.reordered;
    return part === "customers" || part === "gaps" || part === "gap_days" ? made[part] : rows[part];
  };
  return {
    rows,
    column,
    totals(part) {
      const known = totals.get(part) ?? customerTotals(rows, column(part), block.customers);
      totals.set(part, known);
      return known;
    },
    fill() {
      totals.clear();
      const count = rows.start[block.customers]!;
      if (made.customers.length < count) made.customers = new Int32Array(2 * count).fill(1);
      if (asksGaps) fillGaps(made, rows, block, splitter.orderCodes, rowOf);
    }
  };
}

const NONE = new Int32Array(0);

function customerTotals({start}: PartRows, column: Int32Array | Float64Array, customers: number): Totals {
  const byRow = new Float64Array(start[customers]!);
  const byCustomer = new Float64Array(BLOCK);
  for (let customer = 0; customer < customers; customer++) {
    const end = start[customer + 1]!;
    let total = 0;
    for (let row = start[customer]!; row < end; row++) total += column[row]!;
    byCustomer[customer] = total;
    byRow.fill(total, start[customer]!, end);
  }
  return {byRow, byCustomer};
}

/** Parts that rows do not hold, by row. */
interface MadeColumns {
  customers: Int32Array;
  gaps: Int32Array;
  gap_days: Int32Array;
}

/** `codes` of the block's orders lead to the rows they were added to. */
function fillGaps(
  made: MadeColumns,
  {start, codes: rowCodes}: PartRows,
  {customers, orders, gaps: days, noGap}: CustomerBlock,
  codes: Int32Array,
  rowOf: Int32Array
): void {
  const gaps = new Int32Array(start[customers]!);
  const gap_days = new Int32Array(start[customers]!);
  for (let customer = 0; customer < customers; customer++) {
    const end = start[customer + 1]!;
    for (let row = start[customer]!; row < end; row++) rowOf[rowCodes[row]!] = row;
    const last = orders.start[customer + 1]!;
    for (let order = orders.start[customer]!; order < last; order++) {
      if (days[order] === noGap) continue;
      const row = rowOf[codes[order]!]!;
      gaps[row]!++;
      gap_days[row]! += days[order]!;
    }
  }
  Object.assign(made, {gaps, gap_days});
}
