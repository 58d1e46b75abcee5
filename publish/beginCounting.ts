import type {SegmentedBaskets} from "../data-loaders/aggregates/segmentedBaskets.ts";
import {countedPairs} from "../data-loaders/analyses/countedPairs.ts";
import {jointAggregates} from "../data-loaders/analyses/jointAggregates.ts";
import type {AskAggregates} from "../data-loaders/analyses/jointAggregates.ts";
import type {WorkerPool} from "../data-loaders/baskets/workerPool.ts";
import {isOfCustomers} from "../data-loaders/disclosure/customerGround.ts";

/**
 * Who is asked for aggregates. The threads begin at once with what the gate needs and what was asked the last time, while
 * this one reads the pages; what fails is told to whoever asks for it.
 */
export function beginCounting(segmented: SegmentedBaskets, pool: WorkerPool): AskAggregates {
  const {ask, begin} = jointAggregates(segmented, pool);
  countedPairs(segmented, segmented.dimensions.filter(isOfCustomers), pool).catch(() => undefined);
  begin();
  return ask;
}
