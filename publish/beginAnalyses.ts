import {setImmediate as turn} from "node:timers/promises";
import {isOfCustomers} from "../data-loaders/aggregates/dimensions.ts";
import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import {countedPairs} from "../data-loaders/analyses/countedPairs.ts";
import {ranksOf} from "../data-loaders/analyses/countedRanks.ts";
import {CUSTOMER_VALUES} from "../data-loaders/analyses/crosstabs.ts";
import type {OpenedBaskets} from "../data-loaders/baskets/openBaskets.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";

/**
 * Begins what the analyses of nearly every report ask for, and no segment changes, where the data were read anew: while
 * rows get their segments, threads would wait. What fails is told to whoever asks for it.
 */
export function beginAnalyses(opened: OpenedBaskets, pool: WorkerPool): void {
  if (!opened.read) return;
  for (const value of CUSTOMER_VALUES) ranksOf(value, opened, pool).catch(() => undefined);
}

/** Has the threads count, while this one reads the pages, what the gate asks of whatever is shown. */
export async function beginPairs(segmented: SegmentedBaskets, pool: WorkerPool): Promise<void> {
  countedPairs(segmented, segmented.dimensions.filter(isOfCustomers), pool).catch(() => undefined);
  await turn(); // what has waited for this thread goes on, too
}
