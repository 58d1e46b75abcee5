import type {BasketArrays} from "../baskets/store.ts";
import {productOf} from "../baskets/store.ts";

/** Orders that hold two of some codes, of a range of customers, for one thread. */
export interface TogetherTask {
  readonly baskets: BasketArrays;
  readonly from: number;
  readonly to: number;
  /** Place of each product's code among those that are paired; NOT_PAIRED for others. */
  readonly placeOf: Uint16Array<SharedArrayBuffer>;
  readonly places: number;
  /** Of customers; absent for everyone as one group. */
  readonly groupOf?: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer> | undefined;
  readonly groups: number;
}

/** Grain: group × pair; a pair of a place with itself counts the orders that hold it at all. */
export interface TogetherCounts {
  readonly orders: Float64Array;
  /** Distinct customers of these orders. */
  readonly customers: Float64Array;
}

export const NOT_PAIRED = 65535;

/** Pairs a ≤ b in the order (0, 0), (0, 1) … (1, 1) … */
export const pairsOf = (places: number): number => (places * (places + 1)) / 2;
export const pairAt = (places: number, a: number, b: number): number => (a * (2 * places - a - 1)) / 2 + b;

export function togetherCounts({
  baskets,
  from,
  to,
  placeOf,
  places,
  groupOf,
  groups
}: TogetherTask): TogetherCounts {
  const {orderStart, itemStart, item} = baskets;
  const pairs = pairsOf(places);
  const orders = new Uint32Array(groups * pairs);
  const customers = new Uint32Array(groups * pairs);
  const pairOf = pairTable(places);
  const lastOrder = new Int32Array(places).fill(-1);
  const lastCustomer = new Int32Array(pairs).fill(-1);
  const held = new Int32Array(places);
  for (let customer = from; customer < to; customer++) {
    const base = groupOf ? groupOf[customer]! * pairs : 0;
    const endOrder = orderStart[customer + 1]!;
    for (let order = orderStart[customer]!; order < endOrder; order++) {
      const endItem = itemStart[order + 1]!;
      let count = 0;
      for (let i = itemStart[order]!; i < endItem; i++) {
        const place = placeOf[productOf(item[i]!)]!;
        if (place === NOT_PAIRED || lastOrder[place] === order) continue;
        lastOrder[place] = order;
        held[count++] = place;
      }
      for (let i = 0; i < count; i++) {
        const row = held[i]! * places;
        for (let j = i; j < count; j++) {
          const pair = pairOf[row + held[j]!]!;
          orders[base + pair]!++;
          if (lastCustomer[pair] === customer) continue;
          lastCustomer[pair] = customer;
          customers[base + pair]!++;
        }
      }
    }
  }
  return {orders: Float64Array.from(orders), customers: Float64Array.from(customers)};
}

/** The pair of two places in either order. */
function pairTable(places: number): Int32Array {
  const table = new Int32Array(places * places);
  for (let a = 0; a < places; a++)
    for (let b = a; b < places; b++) table[a * places + b] = table[b * places + a] = pairAt(places, a, b);
  return table;
}
