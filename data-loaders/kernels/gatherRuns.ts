import {COMPILED} from "./compiled/gatherRuns.ts";
import {loadKernels} from "./loadKernels.ts";

interface GatherKernels {
  readonly gatherRuns: (
    item: number,
    runStart: number,
    runRow: number,
    runs: number,
    bits: number,
    stretches: number,
    starts: number,
    places: number,
    toItem: number,
    toRow: number,
    toStart: number,
    first: number
  ) => number;
}

/** Sorts runs of items by where their orders stand; see `assembly/gatherRuns.ts`. */
export const {gatherRuns} = loadKernels<GatherKernels>(COMPILED);
