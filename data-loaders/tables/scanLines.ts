import {kernelArray} from "../kernels/kernelMemory.ts";
import {scanPlainLines} from "../kernels/scanLines.ts";
import type {LineBatch} from "./lineBatch.ts";

/** Where a scan stands, and what it found in its last call. */
export interface Scan {
  /** Next byte to read; always the start of a line. */
  at: number;
  /** Lines passed so far, odd ones included; the first is line 0. */
  lines: number;
  /** Rows found by the last call. */
  rows: number;
  /** Lines outside the grammar found by the last call. */
  odd: number;
  /** The same for the kernel: byte, line, rows, odd lines. */
  readonly state: Int32Array;
}

export function startScan(at: number): Scan {
  return {at, lines: 0, rows: 0, odd: 0, state: kernelArray(Int32Array, 4)};
}

/**
 * Reads lines that start before `end` until the batch is full; they stand in the kernels' memory, where the first byte of
 * all has, or would have, the place `base`, and the last of them ends in a newline. Each good line gives one row of numbers (a word its place in the list, an empty cell NaN) and its line number.
 * Every byte is checked: a line with anything that `cells` does not say is odd, for the general reader's verdict.
 */
export function scanLines(
  base: number,
  end: number,
  cells: DataView,
  scan: Scan,
  {starts, lines, odd, most, values}: LineBatch
): void {
  const {state} = scan;
  state[0] = scan.at;
  state[1] = scan.lines;
  const width = values.length / most - 1;
  scanPlainLines(
    base,
    base + end,
    cells.byteOffset,
    width,
    starts.byteOffset,
    lines.byteOffset,
    odd.byteOffset,
    most,
    state.byteOffset
  );
  [scan.at, scan.lines, scan.rows, scan.odd] = state as unknown as [number, number, number, number];
}
