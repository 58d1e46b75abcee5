/*
 * A row tells what one customer did under one code, 40 bytes: u32 one, items, reordered, priced; f64 cents; u32 code,
 * orders, gaps, days of these gaps.
 */
export const ROW: usize = 40;
export const ITEMS: usize = 4;
export const REORDERED: usize = 8;
export const PRICED: usize = 12;
export const SPEND: usize = 16;
export const CODE: usize = 24;
export const ORDERS: usize = 28;
export const GAPS: usize = 32;
export const GAP_DAYS: usize = 36;

/** Byte offset of the i-th number of 4 bytes. */
export function at4(i: u32): usize {
  return (i as usize) << 2;
}
