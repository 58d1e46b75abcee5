import type {BasketArrays} from "../baskets/store.ts";
import {productOf} from "../baskets/store.ts";

/** Item lines of a range of customers by product, for one thread. */
export interface ProductItemsTask {
  readonly baskets: BasketArrays;
  readonly from: number;
  readonly to: number;
}

export function productItems({
  baskets: {orderStart, itemStart, item, products},
  from,
  to
}: ProductItemsTask): Float64Array {
  const counts = new Uint32Array(products);
  const end = itemStart[orderStart[to]!]!;
  for (let i = itemStart[orderStart[from]!]!; i < end; i++) counts[productOf(item[i]!)]!++;
  return Float64Array.from(counts);
}
