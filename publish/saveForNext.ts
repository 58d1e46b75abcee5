import {freeMemoryOfAll} from "../data-loaders/baskets/freeMemory.ts";
import type {OpenedBaskets} from "../data-loaders/baskets/openBaskets.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";

/** Keeps for the next run what this one found, and has the threads count what that one may be able to add up. */
export async function saveForNext(
  {memo, save}: Pick<OpenedBaskets, "memo" | "save">,
  pool: WorkerPool
): Promise<void> {
  memo.save();
  await freeMemoryOfAll(pool); // of what was counted
  await memo.prepare();
  memo.save();
  await save();
}
