import type {Part} from "../config/measures.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {addUp, BLOCK, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import type {Splitter} from "./splitters.ts";
import type {SpreadOf} from "./spread.ts";

/** What a block's customers did, ready to be squared: one row per customer and code, also where items of orders are split. */
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
  const rows = splitter.of === "items" ? partRows() : splitter.rows;
  const places = new Int32Array(size);
  const asked = spreads.flatMap((spread) => ("over" in spread ? spread.over : [spread.shareOf]));
  const ofOrders: OrderColumns = {
    orders: asked.includes("orders") ? new Int32Array(0) : undefined,
    gaps: asked.includes("gaps") ? new Int32Array(0) : undefined,
    gap_days: asked.includes("gap_days") ? new Int32Array(0) : undefined
  };
  const totals = new Map<Part, Totals>();
  const column = (part: Part): Int32Array | Float64Array => {
    switch (part) {
      case "priced_items":
        return rows.priced;
      case "reordered_items":
        return rows.reordered;
      case "orders":
      case "gaps":
      case "gap_days":
        return ofOrders[part]!;
      default:
        return rows[part];
    }
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
      if (splitter.of === "items") {
        addUp(splitter.rows, block.customers, splitter.rows.codes, places, rows);
        fillOrderColumns(ofOrders, rows, block, splitter.rows, places);
      } else if (splitter.of === "orders") {
        const orders = {start: block.orders.start, codes: splitter.orderCodes};
        fillOrderColumns(ofOrders, rows, block, orders, places);
      }
    }
  };
}

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

/** By row; those that are asked for. */
interface OrderColumns {
  orders: Int32Array | undefined;
  gaps: Int32Array | undefined;
  gap_days: Int32Array | undefined;
}

/** Counts each customer's orders by code; what is split may be orders, or an order's items by what they are. */
function fillOrderColumns(
  columns: OrderColumns,
  rows: PartRows,
  {customers, gaps: days, noGap}: CustomerBlock,
  split: {readonly start: Int32Array; readonly codes: Int32Array},
  places: Int32Array
): void {
  const {orders, gaps, gap_days} = emptied(columns, rows.start[customers]!);
  if (!orders && !gaps && !gap_days) return;
  for (let customer = 0; customer < customers; customer++) {
    const end = rows.start[customer + 1]!;
    for (let row = rows.start[customer]!; row < end; row++) places[rows.codes[row]!] = row;
    const last = split.start[customer + 1]!;
    for (let at = split.start[customer]!; at < last; at++) {
      const row = places[split.codes[at]!]!;
      if (orders) orders[row]!++;
      if (days[at] === noGap) continue;
      if (gaps) gaps[row]!++;
      if (gap_days) gap_days[row]! += days[at]!;
    }
  }
}

function emptied(columns: OrderColumns, rows: number): OrderColumns {
  for (const name of ["orders", "gaps", "gap_days"] as const) {
    const column = columns[name];
    if (column && column.length < rows) columns[name] = new Int32Array(2 * rows);
    else column?.fill(0, 0, rows);
  }
  return columns;
}
