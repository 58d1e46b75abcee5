import {COMPILED} from "./compiled/scanLines.ts";
import {loadKernels} from "./loadKernels.ts";

interface ScanLinesKernels {
  readonly scanPlainLines: (
    base: number,
    end: number,
    cells: number,
    width: number,
    starts: number,
    lineNumbers: number,
    odd: number,
    most: number,
    state: number
  ) => void;
}

/** Reads lines by the grammar of their cells; see `assembly/scanLines.ts`. */
export const {scanPlainLines} = loadKernels<ScanLinesKernels>(COMPILED);
