import type {SetAside} from "../tables/populationFlow.ts";
import {Rejects} from "../tables/rejects.ts";
import {makeIdIndex, NO_PLACE, placeOf, setPlace} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {orderColumns} from "./orderArena.ts";
import type {OrderArena, OrderColumns} from "./orderArena.ts";
import {largestIn, rowsIn} from "./orderRows.ts";
import type {OrderRows} from "./orderRows.ts";

/** Orders in their place: sorted by customer id, then order number. */
export interface PlacedOrders {
  readonly customers: number;
  readonly orders: number;
  /** For each customer of the store, its row in the customers table; empty without that table. */
  readonly customerRow: Int32Array;
  readonly orderStart: Uint32Array<SharedArrayBuffer>;
  readonly orderNumber: Uint16Array<SharedArrayBuffer>;
  readonly orderSlot: Uint8Array<SharedArrayBuffer>;
  readonly orderGap: Uint16Array<SharedArrayBuffer>;
  /** By row of the arena of orders 1 + the order's place, or 0 where it was set aside. */
  readonly placeOfRow: Uint32Array<SharedArrayBuffer>;
  readonly set_aside: readonly SetAside[];
  /** Customers of the table that have no order in use. */
  readonly idleCustomers: number;
}

export interface OrdersTask {
  readonly arena: OrderArena;
  readonly chunks: readonly OrderRows[];
  /** Rows whose id stood before. */
  readonly repeated: readonly number[];
  readonly keep: {readonly because: string} | undefined;
  /** Ids of the customers table, row by row; absent without that table. */
  readonly customers: Float64Array | undefined;
}

/**
 * Gives every order its place. Orders without a customer, repeats of an order id, and those the contract's `keep` rule
 * excludes are set aside, in that order of reasons.
 */
export function placeOrders({arena, chunks, repeated, keep, customers}: OrdersTask): PlacedOrders {
  const all = orderColumns(arena, 0, arena.rows);
  const ids = customerIds(chunks, all.customerId, customers);
  const {perCustomer, set_aside} = assignOwners(chunks, all, keep, ids, new Set(repeated));
  const row = sortedRows(chunks, all, perCustomer);
  const busy = busyCustomers(perCustomer);
  const customerRow = ids.rows ? busy.map((customer) => ids.rows![customer]!) : new Int32Array(0);
  return {
    customers: busy.length,
    ...placed(all, row, arena.rows),
    customerRow,
    orderStart: starts(perCustomer, busy),
    set_aside,
    idleCustomers: ids.count - busy.length
  };
}

interface CustomerIds {
  readonly count: number;
  readonly index: IdIndex;
  /** Row in the customers table of each place. */
  readonly rows?: Int32Array;
}

/** Customers in the order of their ids: from the customers table, or from the orders where there is none. */
function customerIds(
  chunks: readonly OrderRows[],
  customerId: Float64Array,
  values: Float64Array | undefined
): CustomerIds {
  if (values) {
    const index = indexInOrder(values);
    const rows = new Int32Array(values.length);
    for (let row = 0; row < values.length; row++) rows[placeOf(index, values[row]!)] = row;
    return {count: values.length, index, rows};
  }
  const index = makeIdIndex(rowsIn(chunks), largestIn(chunks, customerId));
  const found: number[] = [];
  for (const {first, rows} of chunks) {
    for (let row = first; row < first + rows; row++) {
      if (placeOf(index, customerId[row]!) !== NO_PLACE) continue;
      setPlace(index, customerId[row]!, 0);
      found.push(customerId[row]!);
    }
  }
  return {count: found.length, index: indexInOrder(Float64Array.from(found))};
}

/** Places of ids, none of which stands twice, in the order of their numbers. */
function indexInOrder(ids: Float64Array): IdIndex {
  const sorted = ids.slice().sort();
  const index = makeIdIndex(sorted.length, sorted.at(-1) ?? 0);
  for (let place = 0; place < sorted.length; place++) setPlace(index, sorted[place]!, place);
  return index;
}

/**
 * Writes over each row's customer id the customer's place, or -1 where the row is set aside; counts the orders of each
 * customer.
 */
function assignOwners(
  chunks: readonly OrderRows[],
  {customerId, dropped, line}: OrderColumns,
  keep: {because: string} | undefined,
  {count, index: customers}: CustomerIds,
  repeats: ReadonlySet<number>
): {perCustomer: Int32Array; set_aside: SetAside[]} {
  const perCustomer = new Int32Array(count);
  const rejects = new Rejects();
  let linesBefore = 2;
  for (const {first, rows, lines} of chunks) {
    for (let row = first; row < first + rows; row++) {
      const isRepeat = repeats.size > 0 && repeats.has(row);
      const owner = placeOf(customers, customerId[row]!);
      if (!isRepeat && owner >= 0 && dropped[row] === 0) {
        customerId[row] = owner;
        perCustomer[owner]!++;
        continue;
      }
      const at = linesBefore + line[row]!;
      if (isRepeat) rejects.add("repeats an earlier order_id", at);
      else if (owner < 0) rejects.add("names no customer", at);
      else rejects.add("not in use by rule", at, "rule", keep?.because);
      customerId[row] = -1;
    }
    linesBefore += lines;
  }
  return {perCustomer, set_aside: rejects.list()};
}

/** Customers with orders; the others are left out of the store. */
function busyCustomers(perCustomer: Int32Array): Int32Array {
  const busy = new Int32Array(perCustomer.length);
  let count = 0;
  for (let customer = 0; customer < perCustomer.length; customer++)
    if (perCustomer[customer]! > 0) busy[count++] = customer;
  return busy.subarray(0, count);
}

function starts(perCustomer: Int32Array, busy: Int32Array): Uint32Array<SharedArrayBuffer> {
  const start = new Uint32Array(new SharedArrayBuffer(4 * (busy.length + 1)));
  for (let at = 0; at < busy.length; at++) start[at + 1] = start[at]! + perCustomer[busy[at]!]!;
  return start;
}

/** The rows of all orders in use, customer by customer, each customer's by order number and order id. */
function sortedRows(
  chunks: readonly OrderRows[],
  {orderId, customerId: owner, orderNumber}: OrderColumns,
  perCustomer: Int32Array
): Uint32Array {
  const first = new Uint32Array(perCustomer.length + 1);
  for (let at = 0; at < perCustomer.length; at++) first[at + 1] = first[at]! + perCustomer[at]!;
  const next = first.slice();
  const sorted = new Uint32Array(first[perCustomer.length]!);
  for (const chunk of chunks) {
    for (let row = chunk.first; row < chunk.first + chunk.rows; row++) {
      const customer = owner[row]!;
      if (customer < 0) continue;
      const number = orderNumber[row]!;
      let at = next[customer]!++;
      for (; at > first[customer]!; at--) {
        const before = sorted[at - 1]!;
        const isBefore =
          orderNumber[before]! < number ||
          (orderNumber[before] === number && orderId[before]! < orderId[row]!);
        if (isBefore) break;
        sorted[at] = before;
      }
      sorted[at] = row;
    }
  }
  return sorted;
}

type Placed = Pick<PlacedOrders, "orders" | "orderNumber" | "orderSlot" | "orderGap" | "placeOfRow">;

/** Copies the rows to their places. */
function placed(all: OrderColumns, rows: Uint32Array, allRows: number): Placed {
  const orders = rows.length;
  const orderNumber = new Uint16Array(new SharedArrayBuffer(2 * orders));
  const orderSlot = new Uint8Array(new SharedArrayBuffer(orders));
  const orderGap = new Uint16Array(new SharedArrayBuffer(2 * orders));
  const placeOfRow = new Uint32Array(new SharedArrayBuffer(4 * allRows));
  for (let at = 0; at < orders; at++) {
    const row = rows[at]!;
    orderNumber[at] = all.orderNumber[row]!;
    orderSlot[at] = all.slot[row]!;
    orderGap[at] = all.gap[row]!;
    placeOfRow[row] = at + 1;
  }
  return {orders, orderNumber, orderSlot, orderGap, placeOfRow};
}
