import {COMPILED} from "./compiled/plainOrders.ts";
import {loadKernels} from "./loadKernels.ts";

interface PlainOrderKernels {
  readonly takePlainOrders: (
    state: number,
    stop: number,
    most: number,
    cells: number,
    width: number,
    values: number,
    kept: number,
    noGap: number,
    columns: number
  ) => number;
}

/** Reads the plain lines of an order file; see `assembly/plainOrders.ts`. */
export const {takePlainOrders} = loadKernels<PlainOrderKernels>(COMPILED);
