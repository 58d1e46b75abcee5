import {MISSING, plainLine} from "./lines/plainLine.ts";

const AT: usize = 0;
const LINE: usize = 4;
const HOURS: u8 = 24;

/**
 * Reads lines of an order file, and stops at the first that is anything else, at `stop`, or at `most` rows. Returns how
 * many it read.
 *
 * @param state u32: the byte to begin at, its line number; after the call those of the next line
 * @param cells the grammar of `width` cells, for one row of i64 values; 64 bytes after the last newline may be read
 * @param values where the values are, u32 each: order id, customer, order number, gap, day, hour, word of the keep rule
 * @param kept the word of an order that is in use; below 0 where every order is
 * @param noGap gap of an order that has none
 * @param columns the columns of OrderColumns, u32 each: orderId, customerId, line, orderNumber, gap, slot, dropped
 */
export function takePlainOrders(
  state: usize,
  stop: usize,
  most: u32,
  cells: usize,
  width: usize,
  values: usize,
  kept: i32,
  noGap: u32,
  columns: usize
): u32 {
  const id = place(values, 0);
  const customer = place(values, 1);
  const number = place(values, 2);
  const days = place(values, 3);
  const day = place(values, 4);
  const hour = place(values, 5);
  const word = place(values, 6);
  const orderId = place(columns, 0);
  const customerId = place(columns, 1);
  const lines = place(columns, 2);
  const orderNumber = place(columns, 3);
  const gap = place(columns, 4);
  const slot = place(columns, 5);
  const dropped = place(columns, 6);
  const line = load<u32>(state, LINE);
  const hasRule = kept >= 0;
  let at = load<u32>(state, AT) as usize;
  let row: usize = 0;
  while (at < stop && row < (most as usize)) {
    const next = inline.always(plainLine<i64>(at, cells, width, 0));
    if (next === 0) break;
    const since = load<i64>(days);
    store<f64>(orderId + (row << 3), load<i64>(id) as f64);
    store<f64>(customerId + (row << 3), load<i64>(customer) as f64);
    store<u32>(lines + (row << 2), line + (row as u32));
    store<u16>(orderNumber + (row << 1), load<u16>(number));
    store<u16>(gap + (row << 1), since === MISSING ? noGap : (since as u32));
    store<u8>(slot + row, load<u8>(day) * HOURS + load<u8>(hour));
    store<u8>(dropped + row, (hasRule && load<i32>(word) !== kept) as i32);
    at = next;
    row++;
  }
  store<u32>(state, at as u32, AT);
  store<u32>(state, line + (row as u32), LINE);
  return row as u32;
}

function place(table: usize, at: usize): usize {
  return load<u32>(table + (at << 2)) as usize;
}
