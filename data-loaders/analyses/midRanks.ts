import {kernelArray} from "../kernels/kernelMemory.ts";
import {rankPlaces, sortPlaces} from "../kernels/sortedPlaces.ts";

/** Ranks from 1 for the least; equal values share their mean rank, NaN has none. `ties`: Σ(t³ − t) over groups of t equal ones. */
export function midRanks(values: Float64Array): {readonly ranks: Float64Array; readonly ties: number} {
  const {length} = values;
  const {keys, places} = sorted(values);
  const ranks = kernelArray(Float64Array, length);
  const ties = rankPlaces(keys.byteOffset, places.byteOffset, places.length, ranks.byteOffset, length);
  return {ranks: ranks.slice(), ties};
}

/** Places of the values, NaN aside, the least first. */
export function ascending(values: Float64Array): Uint32Array {
  return sorted(values).places;
}

const STARTS = 6 * 2048;

/** With what the values are compared by. */
function sorted(values: Float64Array): {readonly keys: Float64Array; readonly places: Uint32Array} {
  const {length} = values;
  const keys = kernelArray(Float64Array, length);
  keys.set(values);
  const [places, other, starts] = [length, length, STARTS].map((size) => kernelArray(Uint32Array, size)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array
  ];
  const found = sortPlaces(keys.byteOffset, length, places.byteOffset, other.byteOffset, starts.byteOffset);
  return {keys, places: places.subarray(0, found)};
}
