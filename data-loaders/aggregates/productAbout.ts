import {NO_PRICE} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";

/**
 * What is looked up of an item's product, in the kernels' memory: its cents, 0 where unknown, then twice its code, and one
 * more where the price is known.
 */
export function productAbout(codes: ArrayLike<number>, price: Int32Array): Uint32Array {
  const about = kernelArray(Uint32Array, 2 * price.length);
  for (let product = 0; product < price.length; product++) {
    const isKnown = price[product] !== NO_PRICE;
    about[2 * product] = isKnown ? price[product]! : 0;
    about[2 * product + 1] = 2 * codes[product]! + Number(isKnown);
  }
  return about;
}
