/** Of a packed item (see the basket store): the product's place, and whether it was ordered before. */
const PRODUCT: u32 = (1 << 22) - 1;

export function productOf(item: u32): usize {
  return (item & PRODUCT) as usize;
}

export function reorderedOf(item: u32): u32 {
  return item >>> 31;
}
