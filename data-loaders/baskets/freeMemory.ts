import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/**
 * Gives back the memory of arrays that nothing refers to any more. The engine would do so in its own time, but what it
 * sees are a few small handles, and behind them are hundreds of megabytes.
 */
export function freeMemory(): void {
  collect();
}
