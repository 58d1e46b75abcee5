import {kernelArray} from "../kernels/kernelMemory.ts";
import {sortPlaces} from "../kernels/sortedPlaces.ts";

/** Ranks from 1 for the least; equal values share their mean rank, NaN has none. `ties`: Σ(t³ − t) over groups of t equal ones. */
export function midRanks(values: Float64Array): {readonly ranks: Float64Array; readonly ties: number} {
  const order = ascending(values);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  let ties = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = values[order[from]!]!;
    while (to < order.length && values[order[to]!] === value) to++;
    for (let place = from; place < to; place++) ranks[order[place]!] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
  }
  return {ranks, ties};
}

const STARTS = 6 * 2048;

/** Places of the values, NaN aside, the least first. */
export function ascending(values: Float64Array): Uint32Array {
  const {length} = values;
  const keys = kernelArray(Float64Array, length);
  keys.set(values);
  const [places, other, starts] = [length, length, STARTS].map((size) => kernelArray(Uint32Array, size)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array
  ];
  const found = sortPlaces(keys.byteOffset, length, places.byteOffset, other.byteOffset, starts.byteOffset);
  return places.subarray(0, found);
}
