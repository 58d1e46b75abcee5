import {COMPILED} from "./compiled/keptRows.ts";
import {loadKernels} from "./loadKernels.ts";

interface KeptRowKernels {
  readonly packRows: (
    rows: number,
    start: number,
    customers: number,
    ofOrders: boolean,
    packed: number
  ) => number;
  readonly unpackRows: (
    packed: number,
    customers: number,
    ofOrders: boolean,
    rows: number,
    start: number
  ) => void;
}

/** Rows in few bytes; see `assembly/keptRows.ts`. */
export const {packRows, unpackRows} = loadKernels<KeptRowKernels>(COMPILED);
