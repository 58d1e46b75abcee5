import type {Baskets} from "../baskets/store.ts";

/** Ranges of customers with about the same number of items each. */
export function customerRanges(
  {customers, orderStart, itemStart, items}: Baskets,
  parts: number
): [number, number][] {
  const bounds = [0];
  for (let part = 1; part < parts; part++) {
    let [from, to] = [bounds.at(-1)!, customers];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (itemStart[orderStart[middle]!]! < (items * part) / parts) from = middle + 1;
      else to = middle;
    }
    bounds.push(from);
  }
  bounds.push(customers);
  return bounds.slice(1).map((to, part) => [bounds[part]!, to]);
}
