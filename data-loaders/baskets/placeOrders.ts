import type {SetAside} from "../tables/populationFlow.ts";
import {Rejects} from "../tables/rejects.ts";
import {makeIdIndex, NO_PLACE, placeOf, placesOf, setPlace} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {orderColumns} from "./orderArena.ts";
import type {OrderArena, OrderColumns} from "./orderArena.ts";
import type {OrderChunk} from "./scanOrders.ts";

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
  /** Order id to place; below 0 for orders that are not in the store. */
  readonly places: IdIndex;
  readonly set_aside: readonly SetAside[];
  /** Customers of the table that have no order in use. */
  readonly idleCustomers: number;
}

export interface OrdersTask {
  readonly arena: OrderArena;
  readonly chunks: readonly Pick<OrderChunk, "first" | "rows" | "lines">[];
  readonly keep: {readonly because: string} | undefined;
  /** Ids of the customers table, row by row; absent without that table. */
  readonly customers: Float64Array | undefined;
}

/** The orders of one part of the file, and how many lines it has. */
interface OrderPart extends OrderColumns {
  readonly rows: number;
  readonly lines: number;
}

/** The order stands in the file but was set aside; its items follow it. */
export const SET_ASIDE = -2;

/**
 * Gives every order its place. Orders without a customer, repeats of an order id, and those the contract's `keep` rule
 * excludes are set aside, in that order of reasons.
 */
export function placeOrders({arena, chunks: tasks, keep, customers}: OrdersTask): PlacedOrders {
  const chunks = tasks.map(
    ({first, rows, lines}): OrderPart => ({...orderColumns(arena, first, first + rows), rows, lines})
  );
  const ids = customerIds(chunks, customers);
  const places = makeIdIndex(total(chunks), largest(chunks, "orderId"));
  const {owner, set_aside} = assignOwners(chunks, keep, ids.index, places);
  const perCustomer = countPer(owner, ids.count);
  const busy = compact(perCustomer);
  const orderStart = starts(perCustomer, busy.count);
  const placed = fillOrders(chunks, owner, busy.place, orderStart, places);
  const customerRow = ids.rows
    ? Int32Array.from(busy.originals, (original) => ids.rows![original]!)
    : new Int32Array(0);
  return {
    customers: busy.count,
    ...placed,
    customerRow,
    orderStart,
    places,
    set_aside,
    idleCustomers: ids.count - busy.count
  };
}

function total(chunks: readonly OrderPart[]): number {
  return chunks.reduce((sum, {rows}) => sum + rows, 0);
}

function largest(chunks: readonly OrderPart[], column: "orderId" | "customerId"): number {
  let most = 0;
  for (const chunk of chunks)
    for (let i = 0; i < chunk.rows; i++) if (chunk[column][i]! > most) most = chunk[column][i]!;
  return most;
}

/** Customers in the order of their ids: from the customers table, or from the orders where there is none. */
function customerIds(
  chunks: readonly OrderPart[],
  values: Float64Array | undefined
): {count: number; index: IdIndex; rows?: Int32Array} {
  if (values) {
    const index = indexInOrder(values);
    const rows = new Int32Array(values.length);
    for (let row = 0; row < values.length; row++) rows[placeOf(index, values[row]!)] = row;
    return {count: values.length, index, rows};
  }
  const index = makeIdIndex(total(chunks), largest(chunks, "customerId"));
  const found: number[] = [];
  for (const {customerId, rows} of chunks) {
    for (let i = 0; i < rows; i++) {
      if (placeOf(index, customerId[i]!) !== NO_PLACE) continue;
      setPlace(index, customerId[i]!, 0);
      found.push(customerId[i]!);
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

/** The customer of every row, or -1 where the row is set aside; marks set-aside ids in `places`. */
function assignOwners(
  chunks: readonly OrderPart[],
  keep: {because: string} | undefined,
  customers: IdIndex,
  places: IdIndex
): {owner: Int32Array; set_aside: SetAside[]} {
  const owner = new Int32Array(total(chunks));
  const rejects = new Rejects();
  let first = 0;
  let linesBefore = 2;
  for (const {rows, orderId, customerId, dropped, line, lines} of chunks) {
    const owners = owner.subarray(first, first + rows);
    placesOf(customers, customerId, 0, 1, 0, rows, owners);
    for (let i = 0; i < rows; i++) {
      const isFree = claim(places, orderId[i]!);
      if (isFree && owners[i]! >= 0 && dropped[i] === 0) continue;
      const at = linesBefore + line[i]!;
      if (!isFree) rejects.add("repeats an earlier order_id", at);
      else if (owners[i]! < 0) rejects.add("names no customer", at);
      else rejects.add("not in use by rule", at, "rule", keep?.because);
      owners[i] = -1;
    }
    first += rows;
    linesBefore += lines;
  }
  return {owner, set_aside: rejects.list()};
}

/** Marks an id as set aside; false where it stood before. */
function claim(places: IdIndex, id: number): boolean {
  if (placeOf(places, id) !== NO_PLACE) return false;
  setPlace(places, id, SET_ASIDE);
  return true;
}

function countPer(owner: Int32Array, customers: number): Int32Array {
  const counts = new Int32Array(customers);
  for (let row = 0; row < owner.length; row++) if (owner[row]! >= 0) counts[owner[row]!]!++;
  return counts;
}

/** Leaves out customers without orders; the others keep their order. */
function compact(perCustomer: Int32Array): {count: number; place: Int32Array; originals: Int32Array} {
  const place = new Int32Array(perCustomer.length).fill(-1);
  const originals = new Int32Array(perCustomer.length);
  let count = 0;
  perCustomer.forEach((orders, customer) => {
    if (orders === 0) return;
    originals[count] = customer;
    place[customer] = count++;
  });
  return {count, place, originals: originals.subarray(0, count)};
}

function starts(perCustomer: Int32Array, customers: number): Uint32Array<SharedArrayBuffer> {
  const start = new Uint32Array(new SharedArrayBuffer(4 * (customers + 1)));
  let at = 0;
  for (const orders of perCustomer) if (orders > 0) start[at + 1] = start[at++]! + orders;
  return start;
}

type Placed = Pick<PlacedOrders, "orders" | "orderNumber" | "orderSlot" | "orderGap">;

/** Writes each order to its customer's run, then sorts the run by order number and order id. */
function fillOrders(
  chunks: readonly OrderPart[],
  owner: Int32Array,
  place: Int32Array,
  orderStart: Uint32Array,
  places: IdIndex
): Placed {
  const orders = orderStart[orderStart.length - 1]!;
  const orderNumber = new Uint16Array(new SharedArrayBuffer(2 * orders));
  const orderSlot = new Uint8Array(new SharedArrayBuffer(orders));
  const orderGap = new Uint16Array(new SharedArrayBuffer(2 * orders));
  const id = new Float64Array(orders);
  const filled = new Uint32Array(orderStart.length);
  let row = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.rows; i++, row++) {
      if (owner[row]! < 0) continue;
      const customer = place[owner[row]!]!;
      const first = orderStart[customer]!;
      let at = first + filled[customer]!++;
      const number = chunk.orderNumber[i]!;
      for (
        ;
        at > first &&
        (orderNumber[at - 1]! > number ||
          (orderNumber[at - 1] === number && id[at - 1]! > chunk.orderId[i]!));
        at--
      ) {
        orderNumber[at] = orderNumber[at - 1]!;
        orderSlot[at] = orderSlot[at - 1]!;
        orderGap[at] = orderGap[at - 1]!;
        id[at] = id[at - 1]!;
      }
      orderNumber[at] = number;
      orderSlot[at] = chunk.slot[i]!;
      orderGap[at] = chunk.gap[i]!;
      id[at] = chunk.orderId[i]!;
    }
  }
  for (let at = 0; at < orders; at++) setPlace(places, id[at]!, at);
  return {orders, orderNumber, orderSlot, orderGap};
}
