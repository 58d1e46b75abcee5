import type {Aggregate} from "../aggregates/aggregate.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {Memo} from "../baskets/memo.ts";
import type {Baskets} from "../baskets/store.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AskAggregates} from "./jointAggregates.ts";

/** What analyses are counted from; `SegmentedBaskets` has it. */
export interface AnalysedBaskets {
  readonly baskets: Baskets;
  readonly dimensions: readonly CodedDimension[];
  readonly memo: Memo;
}

/** Who counts, and the gate that all counts go through before anybody sees them. */
export interface Counting {
  readonly pool: WorkerPool;
  readonly ask: AskAggregates;
  readonly gate: AnalysisGate;
}

/** The disclosure gate as analyses use it: they have no rule of their own. */
export interface AnalysisGate {
  /** Customers that a published number must describe at least. */
  readonly atLeast: number;
  /**
   * Each analysis asks once for all its tables, so that they can be disclosed together with those of others. `made` are
   * dimensions of these tables that are made of products for them; other dimensions that nobody declared (pairs, customers
   * by rank) have no codes, and nothing adds up along them.
   */
  readonly disclose: (
    raw: readonly RawAggregate[],
    made?: readonly CodedDimension[]
  ) => readonly Aggregate[] | Promise<readonly Aggregate[]>;
}
