import {setFlagsFromString} from "node:v8";

/** So much bytecode, in bytes, runs in a function before V8 makes it fast: nearly four times as much as V8 would wait for. */
const BUDGET = 250_000;

/** So much bytecode of others, in bytes, becomes part of what is made fast; V8 would take 920. */
const INLINED = 60;

/**
 * Has the engine wait before it makes functions fast, and make little of others part of them, in all threads that start
 * from now on. A run lasts seconds, in which both reading threads are busy, and the engine's own threads take a tenth of
 * all time from them for functions that are soon done; the innermost loops are kernels. The engines of later Node versions
 * weigh it otherwise.
 */
export function compileLate(): void {
  if (!process.versions.v8.startsWith("11.")) return;
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`);
}
