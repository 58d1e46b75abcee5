import type {Baskets} from "../baskets/store.ts";
import {NO_PRICE} from "../baskets/store.ts";

/** A product's value of `department`, `aisle`, `product` (its name) or `price` in money. */
export function productValue(baskets: Baskets, column: string, product: number): string | number | undefined {
  const {words, price, productAisle, productDepartment} = baskets;
  if (column === "department") return words.departments[productDepartment[product]!];
  if (column === "aisle") return words.aisles[productAisle[product]!];
  if (column === "product") return words.productNames[product];
  return price[product] === NO_PRICE ? undefined : price[product]! / 100;
}
