import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import {countedPairs} from "../data-loaders/analyses/countedPairs.ts";
import {countedTotals} from "../data-loaders/analyses/countedTotals.ts";
import type {OpenedBaskets} from "../data-loaders/baskets/openBaskets.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {isOfCustomers} from "../data-loaders/disclosure/customerGround.ts";

/**
 * Begins what the analyses of nearly every report ask for, and no segment changes, where the data were read anew: while
 * rows get their segments, threads would wait. What fails is told to whoever asks for it.
 */
export function beginAnalyses(opened: OpenedBaskets, pool: WorkerPool): void {
  if (opened.read) countedTotals(opened, pool).catch(() => undefined);
}

/** Has the threads count, while this one reads the pages, what the gate asks of whatever is shown. */
export function beginPairs(segmented: SegmentedBaskets, pool: WorkerPool): void {
  countedPairs(segmented, segmented.dimensions.filter(isOfCustomers), pool).catch(() => undefined);
}
