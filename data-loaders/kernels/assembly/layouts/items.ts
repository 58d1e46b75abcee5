/* An item packed as the basket store packs it: the product's place, the cart position, and whether it was ordered before. */
const PRODUCT_BITS: u32 = 22;
const PRODUCT: u32 = (1 << PRODUCT_BITS) - 1;

export function packItem(product: u32, position: u32, reordered: u32): u32 {
  return product | (position << PRODUCT_BITS) | (reordered << 31);
}

export function productOf(item: u32): usize {
  return (item & PRODUCT) as usize;
}

export function reorderedOf(item: u32): u32 {
  return item >>> 31;
}
