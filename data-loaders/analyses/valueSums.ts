import type {CustomerTotals} from "./customerTotals.ts";
import {customerValues} from "./customerValue.ts";
import type {CustomerValue} from "./customerValue.ts";
import type {ValueSums} from "./crosstab.ts";

/** A value's sums by the segments of every segmentation, for one thread: in the order of customers, so always the same. */
export interface ValueSumsTask {
  readonly value: CustomerValue;
  readonly totals: CustomerTotals;
  /** By customer, over all customers. */
  readonly ranks: Float64Array;
  readonly segmentations: readonly {
    readonly codes: Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;
    readonly size: number;
  }[];
}

/** Grain: one entry per segmentation. */
export function valueSums({value, totals, ranks, segmentations}: ValueSumsTask): ValueSums[] {
  const values = customerValues(value, totals);
  return segmentations.map(({codes, size}) => sumsBy(codes, size, values, ranks));
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
