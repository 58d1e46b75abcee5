import {COMPILED} from "./compiled/rows.ts";
import {loadKernels} from "./loadKernels.ts";

interface RowKernels {
  readonly itemRows: (
    item: number,
    itemStart: number,
    orderStart: number,
    customers: number,
    when: number,
    about: number,
    sums: number,
    met: number,
    rows: number,
    start: number
  ) => void;
  readonly lookUp: (
    from: number,
    step: number,
    mask: number,
    count: number,
    table: number,
    into: number
  ) => void;
  readonly addUp: (
    from: number,
    fromStart: number,
    customers: number,
    codes: number,
    rowOf: number,
    size: number,
    rows: number,
    start: number
  ) => void;
}

/** What customers did, as rows by customer and code; see `assembly/rows.ts`. */
export const {itemRows, lookUp, addUp} = loadKernels<RowKernels>(COMPILED);
