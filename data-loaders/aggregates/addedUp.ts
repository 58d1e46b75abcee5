import {addUp} from "../kernels/rows.ts";
import {makeRoom} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/** Adds up each customer's rows of the same code: `codes` has the new one of each row, `rowOf` room for one number per code. */
export function addedUp(
  from: PartRows,
  customers: number,
  codes: Uint32Array,
  rowOf: Int32Array,
  rows: PartRows
): void {
  makeRoom(rows, Math.min(from.start[customers]!, customers * rowOf.length));
  addUp(
    from.numbers.byteOffset,
    from.start.byteOffset,
    customers,
    codes.byteOffset,
    rowOf.byteOffset,
    rowOf.length,
    rows.numbers.byteOffset,
    rows.start.byteOffset
  );
}
