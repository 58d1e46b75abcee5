import type {Place} from "../baskets/memo.ts";
import type {CustomerTotals} from "./customerTotals.ts";
import {customerValues} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import type {ValueSums} from "./crosstab.ts";
import {readKept} from "./keptPlace.ts";
import {midRanks} from "./midRanks.ts";

/**
 * A value's sums by the segments of segmentations, for one thread: in the order of customers, so always the same. Its
 * ranks are kept somewhere, or made of what customers did.
 */
export interface ValueSumsTask {
  readonly value: CustomerValue;
  readonly of: {readonly kept: Place} | {readonly totals: CustomerTotals; readonly kept?: undefined};
  readonly segmentations: readonly {
    readonly codes: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;
    readonly size: number;
  }[];
}

export interface CountedValue {
  /** Grain: one entry per segmentation. */
  readonly sums: readonly ValueSums[];
  readonly ties: number;
  /** Where they were made now. */
  readonly made?: RankedValues;
}

/** By customer, over all customers, with Σ(t³ − t) over groups of t customers of equal value. */
export interface RankedValues {
  readonly values: Float64Array;
  readonly ranks: Float64Array;
  readonly ties: number;
}

/** The sections of the file that keeps them; the ties are told about it. */
export const RANKED = ["values", "ranks"] as const;

/** Undefined where kept ranks are damaged. */
export function valueSums({value, of, segmentations}: ValueSumsTask): CountedValue | undefined {
  const ranked = of.kept ? keptRanks(of.kept) : rankedValues(customerValues(value, of.totals));
  if (!ranked) return undefined;
  const {values, ranks, ties} = ranked;
  const sums = segmentations.map(({codes, size}) => sumsBy(codes, size, values, ranks));
  return {sums, ties, ...(!of.kept && {made: ranked})};
}

const rankedValues = (values: Float64Array): RankedValues => ({values, ...midRanks(values)});

function keptRanks(place: Place): RankedValues | undefined {
  const kept = readKept(place, RANKED);
  if (!kept) return undefined;
  const [values, ranks] = kept.arrays;
  const {ties} = kept.about as Pick<RankedValues, "ties">;
  return {values: new Float64Array(values), ranks: new Float64Array(ranks), ties};
}

function sumsBy(
  codes: ArrayLike<number>,
  size: number,
  values: Float64Array,
  rankOf: Float64Array
): ValueSums {
  const [customers, mean, squares, ranks] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ];
  for (let customer = 0; customer < values.length; customer++) {
    const value = values[customer]!;
    if (Number.isNaN(value)) continue;
    const code = codes[customer]!;
    customers[code]!++;
    mean[code]! += value;
    ranks[code]! += rankOf[customer]!;
  }
  for (let code = 0; code < size; code++) mean[code]! /= customers[code]!;
  for (let customer = 0; customer < values.length; customer++) {
    const value = values[customer]!;
    if (Number.isNaN(value)) continue;
    const code = codes[customer]!;
    squares[code]! += (value - mean[code]!) ** 2;
  }
  return {customers, mean, squares, ranks};
}
