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
  const current = new Set<Part>();
  const column = (part: Part): Int32Array | Float64Array => {
    if (part === "priced_items") return rows.priced;
    if (part === "reordered_items") return rows.reordered;
    return part === "customers" || part === "gaps" || part === "gap_days" ? made[part] : rows[part];
  };
  return {
    rows,
    column,
    totals(part) {
      const room = roomFor(totals.get(part), rows.start[block.customers]!);
      if (!current.has(part)) addTotals(rows, column(part), block.customers, room);
      totals.set(part, room);
      current.add(part);
      return room;
    },
    fill() {
      current.clear();
      const count = rows.start[block.customers]!;
      if (made.customers.length < count) {
        made.customers = new Int32Array(2 * count).fill(1);
        made.gaps = new Int32Array(2 * count);
        made.gap_days = new Int32Array(2 * count);
      }
      if (asksGaps) fillGaps(made, rows, block, splitter.orderCodes, rowOf);
    }
  };
}

const NONE = new Int32Array(0);

/** Memory for so many rows, that of the block before where it is enough. */
function roomFor(known: Totals | undefined, rows: number): Totals {
  if (known && known.byRow.length >= rows) return known;
  return {byRow: new Float64Array(2 * rows), byCustomer: new Float64Array(BLOCK)};
}

function addTotals(
  {start}: PartRows,
  column: Int32Array | Float64Array,
  customers: number,
  {byRow, byCustomer}: Totals
): void {
  for (let customer = 0; customer < customers; customer++) {
    const end = start[customer + 1]!;
    let total = 0;
    for (let row = start[customer]!; row < end; row++) total += column[row]!;
    byCustomer[customer] = total;
    for (let row = start[customer]!; row < end; row++) byRow[row] = total;
  }
}

/** Parts that rows do not hold, by row. */
interface MadeColumns {
  customers: Int32Array;
  gaps: Int32Array;
  gap_days: Int32Array;
}

/** `codes` of the block's orders lead to the rows they were added to. */
function fillGaps(
  {gaps, gap_days}: MadeColumns,
  {start, codes: rowCodes}: PartRows,
  {customers, orders, gaps: days, noGap}: CustomerBlock,
  codes: Int32Array,
  rowOf: Int32Array
): void {
  gaps.fill(0, 0, start[customers]);
  gap_days.fill(0, 0, start[customers]);
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
}
