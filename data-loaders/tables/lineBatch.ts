import {kernelArray} from "../kernels/kernelMemory.ts";

/** Room for what one call of `scanLines` finds, in the kernels' memory. */
export interface LineBatch {
  /** At most so many rows, and so many odd lines. */
  readonly most: number;
  /** Column by column: cell c of row r is `values[c * most + r]`. One column more than the file has stays NaN. */
  readonly values: Float64Array;
  /** First byte of each row. */
  readonly starts: Int32Array;
  /** Line of each row. */
  readonly lines: Int32Array;
  /** Lines outside the grammar: triples of first byte, byte of the newline, line. */
  readonly odd: Int32Array;
}

export function lineBatch(width: number, most: number): LineBatch {
  return {
    most,
    values: kernelArray(Float64Array, (width + 1) * most).fill(Number.NaN),
    starts: kernelArray(Int32Array, most),
    lines: kernelArray(Int32Array, most),
    odd: kernelArray(Int32Array, 3 * most)
  };
}
