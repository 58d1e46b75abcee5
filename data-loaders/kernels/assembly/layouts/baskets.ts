import {at4} from "./rows.ts";

/** The place of a customer's first item among all. `orderStart` u32 by customer, `itemStart` u32 by order. */
export function firstItem(itemStart: usize, orderStart: usize, customer: u32): u32 {
  return load<u32>(itemStart + at4(load<u32>(orderStart + at4(customer))));
}
