import {makeIdIndex, NO_PLACE, placeOf, placesTaken, setPlace, setPlaces} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import {orderColumns} from "./orderArena.ts";
import type {OrderArena} from "./orderArena.ts";
import {largestIn, rowsIn} from "./orderRows.ts";
import type {OrderRows} from "./orderRows.ts";

export interface IndexTask {
  readonly arena: OrderArena;
  readonly chunks: readonly OrderRows[];
}

/** Finds orders by their id, whether they come to be used or not. */
export interface OrderIndex {
  /** Order id to row of the arena. */
  readonly rows: IdIndex;
  /** Rows whose id stood before, in the order of the file. */
  readonly repeated: readonly number[];
}

/**
 * As a rule no id stands twice: then as many have a row as there are rows, which is quicker to see than to look for each id
 * before it gets its row.
 */
export function indexOrders({arena, chunks}: IndexTask): OrderIndex {
  const {orderId} = orderColumns(arena, 0, arena.rows);
  const rows = makeIdIndex(rowsIn(chunks), largestIn(chunks, orderId));
  for (const {first, rows: count} of chunks) setPlaces(rows, orderId, first, first + count);
  if (placesTaken(rows) === rowsIn(chunks)) return {rows, repeated: []};
  rows.places.fill(NO_PLACE);
  const repeated: number[] = [];
  for (const {first, rows: count} of chunks) {
    for (let row = first; row < first + count; row++) {
      if (placeOf(rows, orderId[row]!) === NO_PLACE) setPlace(rows, orderId[row]!, row);
      else repeated.push(row);
    }
  }
  return {rows, repeated};
}
