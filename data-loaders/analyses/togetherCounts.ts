import {basketWindows} from "../baskets/basketWindows.ts";
import type {BasketWindow} from "../baskets/basketWindows.ts";
import type {Place} from "../baskets/memo.ts";
import type {BasketArrays} from "../baskets/store.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {kernelWindow} from "../kernels/kernelWindow.ts";
import {addPairs, placeMasks} from "../kernels/placesTogether.ts";
import {readKept} from "./keptPlace.ts";

/** Orders that hold two of some places, of a range of customers, for one thread. */
export interface TogetherTask {
  /** Without items where `masks` tells what orders hold. */
  readonly baskets: BasketArrays;
  readonly from: number;
  readonly to: number;
  /** By product; `places` for those of no place. */
  readonly placeOf: Uint16Array<SharedArrayBuffer>;
  readonly places: number;
  /** Of customers; absent for everyone as one group. */
  readonly groupOf?: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer> | undefined;
  readonly groups: number;
  readonly masks?: OrderMasks | undefined;
}

/**
 * Which places each order of the range holds, a bit each: far shorter than its items, and the same for whatever groups of
 * customers. They are kept somewhere, or to be written.
 */
export type OrderMasks =
  | {readonly kept: Place}
  | {readonly into: BigUint64Array<SharedArrayBuffer>; readonly kept?: undefined};

/** The section of the file that keeps them. */
export const MASKS = "masks";

/** So many places have room in one mask. */
export const IN_A_MASK = 64;

/** Grain: group × pair; a pair of a place with itself counts the orders that hold it at all. */
export interface TogetherCounts {
  readonly orders: Float64Array;
  /** Distinct customers of these orders. */
  readonly customers: Float64Array;
}

/** Pairs a ≤ b in the order (0, 0), (0, 1) … (1, 1) … */
export const pairsOf = (places: number): number => (places * (places + 1)) / 2;
export const pairAt = (places: number, a: number, b: number): number => (a * (2 * places - a - 1)) / 2 + b;

/** Of some of the places, in the order that they are named in. */
export function togetherOf(
  {orders, customers}: TogetherCounts,
  places: number,
  named: readonly number[]
): TogetherCounts {
  const cells = named.flatMap((a, at) =>
    named.slice(at).map((b) => pairAt(places, Math.min(a, b), Math.max(a, b)))
  );
  const groups = orders.length / Math.max(1, pairsOf(places));
  const pick = (counts: Float64Array): Float64Array =>
    Float64Array.from({length: groups * cells.length}, (_, at) => {
      const group = Math.floor(at / cells.length);
      return counts[group * pairsOf(places) + cells[at % cells.length]!]!;
    });
  return {orders: pick(orders), customers: pick(customers)};
}

/** Undefined where kept masks are damaged. */
export function togetherCounts({
  baskets,
  from,
  to,
  placeOf,
  places,
  groupOf,
  groups,
  masks
}: TogetherTask): TogetherCounts | undefined {
  const words = Math.max(1, Math.ceil(places / IN_A_MASK));
  const orders = kernelArray(Uint32Array, groups * pairsOf(places)).fill(0);
  const customers = kernelArray(Uint32Array, groups * pairsOf(places)).fill(0);
  const met = kernelArray(BigUint64Array, (places + 1) * words).fill(0n);
  const firstOrder = baskets.orderStart[from]!;
  const told = masks?.kept && readKept(masks.kept, [MASKS]);
  if (masks?.kept && !told) return undefined;
  const find = told
    ? toldMasks(new BigUint64Array(told.arrays[0]), firstOrder)
    : madeMasks(placeOf, places, words);
  const readGroups = kernelWindow<Uint32Array>(Uint32Array);
  const ofCustomers = groupOf ? Uint32Array.from(groupOf) : new Uint32Array(to);
  for (const window of basketWindows(baskets, from, to)) {
    const found = find(window);
    if (masks && !masks.kept) masks.into.set(found.masks, window.fromOrder - firstOrder);
    addPairs(
      window.orderStart,
      window.from,
      window.to,
      found.place,
      words,
      places,
      readGroups(ofCustomers, window.from, window.to),
      met.byteOffset,
      orders.byteOffset,
      customers.byteOffset
    );
  }
  return {orders: Float64Array.from(orders), customers: Float64Array.from(customers)};
}

/** Masks of a window's orders, and where those of all orders would begin. */
type FindMasks = (window: BasketWindow) => {readonly masks: BigUint64Array; readonly place: number};

function madeMasks(placeOf: Uint16Array, places: number, words: number): FindMasks {
  const placeOfProduct = kernelArray(Uint16Array, placeOf.length);
  placeOfProduct.set(placeOf);
  const bits = kernelArray(BigUint64Array, places + 1).fill(0n);
  for (let place = 0; place < places; place++) bits[place] = 1n << BigInt(place % IN_A_MASK);
  let room = kernelArray(BigUint64Array, 0);
  return ({item, itemStart, fromOrder, toOrder}) => {
    const length = words * (toOrder - fromOrder);
    if (room.length < length) room = kernelArray(BigUint64Array, 2 * length);
    placeMasks(
      item,
      itemStart,
      fromOrder,
      toOrder,
      placeOfProduct.byteOffset,
      bits.byteOffset,
      words,
      room.byteOffset
    );
    return {
      masks: room.subarray(0, length),
      place: room.byteOffset - words * fromOrder * room.BYTES_PER_ELEMENT
    };
  };
}

function toldMasks(told: BigUint64Array<SharedArrayBuffer>, firstOrder: number): FindMasks {
  const read = kernelWindow<BigUint64Array>(BigUint64Array);
  return ({fromOrder, toOrder}) => {
    const place = read(told, fromOrder - firstOrder, toOrder - firstOrder);
    return {masks: told, place: place - firstOrder * told.BYTES_PER_ELEMENT};
  };
}
