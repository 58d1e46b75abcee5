import {COMPILED} from "./compiled/segmentSums.ts";
import {loadKernels} from "./loadKernels.ts";

interface SegmentSumKernels {
  readonly addValues: (
    values: number,
    ranks: number,
    count: number,
    codes: number,
    rows: number,
    segmentations: number
  ) => void;
  readonly addSquares: (
    values: number,
    count: number,
    codes: number,
    rows: number,
    segmentations: number
  ) => void;
}

/** Sums of customers' values by segment; see `assembly/segmentSums.ts`. */
export const {addValues, addSquares} = loadKernels<SegmentSumKernels>(COMPILED);
