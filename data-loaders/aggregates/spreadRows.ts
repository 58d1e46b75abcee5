import type {Part} from "../config/measures.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {addUp, BLOCK, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import type {Splitter} from "./splitters.ts";

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

/** `size` is the number of codes. */
export function spreadRows(splitter: Splitter, size: number, block: CustomerBlock): SpreadRows {
  const rows = splitter.of === "items" ? partRows() : splitter.rows;
  const places = new Int32Array(size);
  let ofOrders: OrderColumns | undefined;
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
        return ofOrders![part];
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
        ofOrders = orderColumns(rows, block.customers, splitter.rows, places);
      } else if (splitter.of === "orders") {
        const orders = {start: block.orders.start, codes: splitter.orderCodes};
        ofOrders = orderColumns(rows, block.customers, orders, places, block);
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

interface OrderColumns {
  readonly orders: Int32Array;
  readonly gaps: Int32Array;
  readonly gap_days: Int32Array;
}

/** Counts each customer's orders by code; what is split may be orders, or an order's items by what they are. */
function orderColumns(
  rows: PartRows,
  customers: number,
  split: {readonly start: Int32Array; readonly codes: Int32Array},
  places: Int32Array,
  before?: Pick<CustomerBlock, "gaps" | "noGap">
): OrderColumns {
  const count = rows.start[customers]!;
  const [orders, gaps, gap_days] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let customer = 0; customer < customers; customer++) {
    const end = rows.start[customer + 1]!;
    for (let row = rows.start[customer]!; row < end; row++) places[rows.codes[row]!] = row;
    const last = split.start[customer + 1]!;
    for (let at = split.start[customer]!; at < last; at++) {
      const row = places[split.codes[at]!]!;
      orders[row]!++;
      if (!before || before.gaps[at] === before.noGap) continue;
      gaps[row]!++;
      gap_days[row]! += before.gaps[at]!;
    }
  }
  return {orders, gaps, gap_days};
}
