import {freeMemoryOfAll} from "../data-loaders/baskets/freeMemory.ts";
import type {OpenedBaskets} from "../data-loaders/baskets/openBaskets.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";

/**
 * Keeps for the next run what this one found, and has the threads count what that one may be able to add up. Without that
 * it counts for itself, so that failing there is only told.
 */
export async function saveForNext(
  {memo, save}: Pick<OpenedBaskets, "memo" | "save">,
  pool: WorkerPool,
  tell: (line: string) => void
): Promise<void> {
  memo.save();
  await save();
  await freeMemoryOfAll(pool); // of what was counted
  try {
    await memo.prepare();
    memo.save();
  } catch (error) {
    tell(
      `  warning: nothing is missing here, but the next run may take longer, since preparing for it failed: ${(error as Error).message}`
    );
  }
}
