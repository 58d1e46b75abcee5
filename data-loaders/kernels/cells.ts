import {COMPILED} from "./compiled/cells.ts";
import {loadKernels} from "./loadKernels.ts";

interface CellKernels {
  readonly addRows: (
    rows: number,
    start: number,
    customers: number,
    bases: number,
    cells: number,
    orders: number
  ) => void;
  readonly addGaps: (
    orderStart: number,
    customers: number,
    gap: number,
    noGap: number,
    codes: number,
    bases: number,
    histogram: number
  ) => void;
  readonly addOver: (
    rows: number,
    start: number,
    customers: number,
    bases: number,
    n: number,
    d: number,
    sums: number
  ) => void;
  readonly addShare: (
    rows: number,
    start: number,
    customers: number,
    bases: number,
    part: number,
    sums: number
  ) => void;
}

/** Rows added to the cells of segments; see `assembly/cells.ts`. */
export const {addRows, addGaps, addOver, addShare} = loadKernels<CellKernels>(COMPILED);
