import {COMPILED} from "./compiled/plainItems.ts";
import {loadKernels} from "./loadKernels.ts";

interface PlainItemKernels {
  readonly takePlainItems: (
    at: number,
    stop: number,
    ranges: number,
    products: number,
    productCount: number,
    item: number,
    runOrder: number,
    runStart: number,
    lost: number,
    lastRun: number,
    repeating: number,
    state: number
  ) => number;
}

/** Reads the plain lines of an item file; see `assembly/plainItems.ts`. */
export const {takePlainItems} = loadKernels<PlainItemKernels>(COMPILED);
