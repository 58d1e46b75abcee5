import type {Place} from "../baskets/memo.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {addSquares, addValues} from "../kernels/segmentSums.ts";
import type {ValueSums} from "./crosstab.ts";
import {readKept} from "./keptPlace.ts";
import {RANKED} from "./rankValues.ts";
import type {RankedValues} from "./rankValues.ts";

/** A value's sums by the segments of segmentations, for one thread: in the order of customers, so always the same. */
export interface ValueSumsTask {
  readonly of: RankedSource;
  readonly segmentations: readonly {
    readonly codes: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;
    readonly size: number;
  }[];
}

/** Ranks that are kept somewhere, or in memory. */
export type RankedSource = {readonly kept: Place} | (RankedValues & {readonly kept?: undefined});

export interface CountedValue {
  /** Grain: one entry per segmentation. */
  readonly sums: readonly ValueSums[];
  readonly ties: number;
}

/** Undefined where kept ranks are damaged. */
export function valueSums({of, segmentations}: ValueSumsTask): CountedValue | undefined {
  const ranked = of.kept ? keptRanks(of.kept) : of;
  return ranked && {sums: sumsOf(ranked, segmentations), ties: ranked.ties};
}

function keptRanks(place: Place): RankedValues | undefined {
  const kept = readKept(place, RANKED);
  if (!kept) return undefined;
  const [values, ranks] = kept.arrays;
  const {ties} = kept.about as Pick<RankedValues, "ties">;
  return {values: new Float64Array(values), ranks: new Float64Array(ranks), ties};
}

/** So many customers are in the kernels' memory at once. */
const BLOCK = 4096;

/** Numbers of a segment's sums, in the order in which the kernel has them. */
const PARTS = ["customers", "mean", "squares", "ranks"] as const;

/** Block by block: once for the means, and once for what values differ from them. */
function sumsOf({values, ranks}: RankedValues, segmentations: ValueSumsTask["segmentations"]): ValueSums[] {
  const rows = segmentations.map(({size}) => kernelArray(Float64Array, PARTS.length * size).fill(0));
  const places = kernelArray(Uint32Array, rows.length);
  for (const [at, {byteOffset}] of rows.entries()) places[at] = byteOffset;
  const [value, rank] = [kernelArray(Float64Array, BLOCK), kernelArray(Float64Array, BLOCK)];
  const codes = kernelArray(Uint32Array, BLOCK * rows.length);
  const eachBlock = (add: (count: number) => void): void => {
    for (let from = 0; from < values.length; from += BLOCK) {
      const to = Math.min(values.length, from + BLOCK);
      value.set(values.subarray(from, to));
      rank.set(ranks.subarray(from, to));
      for (const [at, one] of segmentations.entries())
        codes.set(one.codes.subarray(from, to), at * (to - from));
      add(to - from);
    }
  };
  const [of, into] = [codes.byteOffset, places.byteOffset];
  eachBlock((count) => addValues(value.byteOffset, rank.byteOffset, count, of, into, rows.length));
  for (const sums of rows)
    for (let row = 0; row < sums.length; row += PARTS.length) sums[row + 1]! /= sums[row]!;
  eachBlock((count) => addSquares(value.byteOffset, count, of, into, rows.length));
  return rows.map((sums) => {
    const part = (_: string, at: number): Float64Array =>
      Float64Array.from(
        {length: sums.length / PARTS.length},
        (_row, code) => sums[code * PARTS.length + at]!
      );
    return Object.fromEntries(PARTS.map((name, at) => [name, part(name, at)])) as unknown as ValueSums;
  });
}
