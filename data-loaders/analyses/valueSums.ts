import type {CustomerTotals} from "./customerTotals.ts";
import type {CustomerValue} from "./customerValue.ts";
import type {ValueSums} from "./crosstab.ts";
import {midRanks} from "./midRanks.ts";

/** A value's sums by the segments of every segmentation, for one thread: in the order of customers, so always the same. */
export interface ValueSumsTask {
  readonly value: CustomerValue;
  readonly totals: CustomerTotals;
  readonly segmentations: readonly {
    readonly codes: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;
    readonly size: number;
  }[];
}

/** Grain: one entry per segmentation. */
export interface CountedSums {
  readonly ties: number;
  readonly sums: readonly ValueSums[];
}

export function valueSums({value, totals, segmentations}: ValueSumsTask): CountedSums {
  const values = customerValues(value, totals);
  const {ranks, ties} = midRanks(values);
  return {ties, sums: segmentations.map(({codes, size}) => sumsBy(codes, size, values, ranks))};
}

/** NaN where the customer has nothing of the second part. */
export function customerValues({over: [part, by]}: CustomerValue, totals: CustomerTotals): Float64Array {
  const one = new Float64Array(totals.orders.length).fill(1);
  const above = part === "customers" ? one : totals[part];
  const below = by === "customers" ? one : totals[by];
  return one.map((_, customer) => above[customer]! / (below[customer]! || Number.NaN));
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
