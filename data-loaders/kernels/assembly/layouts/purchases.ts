/*
 * A purchase tells how often one customer bought one product, 12 bytes: u32 product, items, reordered. Where a block of 16
 * bytes is read, the last 4 are not looked at.
 */
export const PURCHASE: usize = 12;
export const COUNTS: usize = 4;

export function purchaseAt(i: u32): usize {
  return (i as usize) * PURCHASE;
}
