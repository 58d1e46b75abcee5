import {COMPILED} from "./compiled/xxHash.ts";
import {loadKernels} from "./loadKernels.ts";

interface XxHashKernels {
  readonly xxHash64: (bytes: number, length: number) => bigint;
}

/** A fast digest of bytes, as a signed number of 64 bits; see `assembly/xxHash.ts`. */
export const {xxHash64} = loadKernels<XxHashKernels>(COMPILED);
