import type {BasketArrays} from "../baskets/store.ts";
import {productOf} from "../baskets/store.ts";

/** Which places the orders of a range of customers hold, for one thread. */
export interface HeldTask {
  readonly baskets: BasketArrays;
  readonly from: number;
  readonly to: number;
  /** By product; NOT_PAIRED for those of no place. */
  readonly placeOf: Uint16Array<SharedArrayBuffer>;
  readonly places: number;
}

/**
 * The orders that hold any place, customer by customer: the places of an order, each once, then an end. Far shorter
 * than the items, and the same for whatever groups of customers.
 */
export interface HeldRuns {
  /** One entry per customer of the range, and one more. */
  readonly start: Uint32Array<SharedArrayBuffer>;
  readonly held: HeldPlaces;
}

const IN_BYTES = 255;

/** Of up to 255 places in bytes. */
export type HeldPlaces = Uint8Array<SharedArrayBuffer> | Uint16Array<SharedArrayBuffer>;

export const NOT_PAIRED = 65535;

/** What stands after the last place of an order. */
export const endOf = ({BYTES_PER_ELEMENT}: {readonly BYTES_PER_ELEMENT: number}): number =>
  2 ** (8 * BYTES_PER_ELEMENT) - 1;

export function heldRuns({baskets, from, to, placeOf, places}: HeldTask): HeldRuns {
  const {orderStart, itemStart, item} = baskets;
  const start = new Uint32Array(new SharedArrayBuffer(4 * (to - from + 1)));
  const [first, last] = [orderStart[from]!, orderStart[to]!];
  const most = itemStart[last]! - itemStart[first]! + last - first;
  const held = places <= IN_BYTES ? new Uint8Array(most) : new Uint16Array(most);
  const end = endOf(held);
  const lastOrder = new Int32Array(places).fill(-1);
  let count = 0;
  for (let customer = from; customer < to; customer++) {
    start[customer - from] = count;
    for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
      const before = count;
      const endItem = itemStart[order + 1]!;
      for (let i = itemStart[order]!; i < endItem; i++) {
        const place = placeOf[productOf(item[i]!)]!;
        if (place === NOT_PAIRED || lastOrder[place] === order) continue;
        lastOrder[place] = order;
        held[count++] = place;
      }
      if (count > before) held[count++] = end;
    }
  }
  start[to - from] = count;
  const whole = placesIn(new SharedArrayBuffer(count * held.BYTES_PER_ELEMENT), places);
  whole.set(held.subarray(0, count));
  return {start, held: whole};
}

/** A buffer seen as what is held of so many places. */
export function placesIn(buffer: SharedArrayBuffer, places: number): HeldPlaces {
  return places <= IN_BYTES ? new Uint8Array(buffer) : new Uint16Array(buffer);
}
