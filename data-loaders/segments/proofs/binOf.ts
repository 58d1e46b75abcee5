import type {Bin} from "../../config/segments.ts";

/** The place of the bin that takes the value. */
export function binOf(bins: readonly Bin[], value: number): number {
  return bins.findIndex(({up_to, below}) =>
    up_to !== undefined ? value <= up_to : below !== undefined ? value < below : true
  );
}
