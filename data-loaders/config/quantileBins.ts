import type {Bin} from "./segments.ts";

/** Bins of quantiles with their cut points as upper ends; equal values are in one bin, so that ties are never split. */
export const withEnds = (bins: readonly Bin[], ends: readonly number[]): readonly Bin[] =>
  bins.map(({label}, at) => (ends[at] === undefined ? {label} : {label, up_to: ends[at]}));
