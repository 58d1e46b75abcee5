import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";
import type {WorkerPool} from "./workerPool.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/**
 * Gives back the memory of arrays that nothing refers to any more. The engine would do so in its own time, but what it
 * sees are a few small handles, and behind them are hundreds of megabytes.
 */
export function freeMemory(): void {
  collect();
}

/** Threads hold on to shared memory too, and give it back while this one does; where all are idle, each gets one of the jobs. */
export async function freeMemoryOfAll(pool: WorkerPool): Promise<void> {
  const others = Array.from({length: pool.size}, () => pool.run("freeMemory", undefined));
  freeMemory();
  await Promise.all(others);
}
