import {at4, CODE, GAP_DAYS, GAPS, ITEMS, ORDERS, PRICED, REORDERED, ROW, SPEND} from "./layouts/rows.ts";

/*
 * Rows in few bytes, for the cache: each number in as many bytes of 7 bits as it takes, the lowest first, the top bit of
 * each byte telling that more follow. By customer how many rows; by row code, items, reordered, items without a price and
 * cents; of orders also orders, gaps and their days.
 */

/** Returns the byte after the last. A row takes at most 50 bytes, a customer 5 more. */
export function packRows(rows: usize, start: usize, customers: u32, ofOrders: bool, packed: usize): usize {
  let row = rows;
  let at = packed;
  for (let customer: u32 = 0; customer < customers; customer++) {
    const count = load<u32>(start + at4(customer + 1)) - load<u32>(start + at4(customer));
    at = put(at, count);
    for (let n: u32 = 0; n < count; n++) {
      at = put(at, load<u32>(row, CODE));
      at = put(at, load<u32>(row, ITEMS));
      at = put(at, load<u32>(row, REORDERED));
      at = put(at, load<u32>(row, ITEMS) - load<u32>(row, PRICED));
      at = put(at, load<f64>(row, SPEND) as u64);
      if (ofOrders) {
        at = put(at, load<u32>(row, ORDERS));
        at = put(at, load<u32>(row, GAPS));
        at = put(at, load<u32>(row, GAP_DAYS));
      }
      row += ROW;
    }
  }
  return at;
}

/** The reverse: fills `rows`, and `start` with customers + 1 entries. */
export function unpackRows(packed: usize, customers: u32, ofOrders: bool, rows: usize, start: usize): void {
  let row = rows;
  let rowsBefore: u32 = 0;
  next = packed;
  for (let customer: u32 = 0; customer < customers; customer++) {
    store<u32>(start + at4(customer), rowsBefore);
    const count = take() as u32;
    rowsBefore += count;
    for (let n: u32 = 0; n < count; n++) {
      store<u32>(row, 1);
      store<u32>(row, take() as u32, CODE);
      const items = take() as u32;
      store<u32>(row, items, ITEMS);
      store<u32>(row, take() as u32, REORDERED);
      store<u32>(row, items - (take() as u32), PRICED);
      store<f64>(row, take() as f64, SPEND);
      store<u32>(row, ofOrders ? (take() as u32) : 0, ORDERS);
      store<u32>(row, ofOrders ? (take() as u32) : 0, GAPS);
      store<u32>(row, ofOrders ? (take() as u32) : 0, GAP_DAYS);
      row += ROW;
    }
  }
  store<u32>(start + at4(customers), rowsBefore);
}

function put(at: usize, value: u64): usize {
  while (value > 127) {
    store<u8>(at++, (value as u8) | 128);
    value >>= 7;
  }
  store<u8>(at, value as u8);
  return at + 1;
}

/** Where the next number is taken from. */
let next: usize = 0;

function take(): u64 {
  let byte = load<u8>(next++) as u64;
  let value = byte & 127;
  for (let shift: u64 = 7; byte > 127; shift += 7) {
    byte = load<u8>(next++) as u64;
    value |= (byte & 127) << shift;
  }
  return value;
}
