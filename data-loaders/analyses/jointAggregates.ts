import type {AggregateQuery} from "../aggregates/aggregate.ts";
import {aggregates} from "../aggregates/aggregates.ts";
import {askedCells} from "../aggregates/cellPlan.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import {mergedQueries} from "../aggregates/mergedQueries.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import {spreadKey} from "../aggregates/spread.ts";
import type {WorkerPool} from "../baskets/workerPool.ts";
import type {AnalysedBaskets} from "./analysedBaskets.ts";

/** One aggregate per query, with the spreads that it asks for or more. `made`: dimensions that were made for the queries. */
export type AskAggregates = (
  queries: readonly AggregateQuery[],
  made?: readonly CodedDimension[]
) => Promise<RawAggregate[]>;

/** One asker for pages and analyses. */
export interface JointAggregates {
  readonly ask: AskAggregates;
  /**
   * Has the threads begin with what was asked the last time: mostly it is asked again, and finding out takes a while.
   * What fails, or is not asked, is forgotten.
   */
  readonly begin: () => void;
}

/** What is asked in the same turn. */
interface Round {
  readonly queries: AggregateQuery[];
  readonly made: CodedDimension[];
  readonly counted: Promise<void>;
}

/** Counted, or being counted. */
interface Known {
  readonly query: AggregateQuery;
  readonly raw: Promise<RawAggregate>;
}

const ASKED = {asked: "last"};

/**
 * What all ask at once is counted in one pass over the baskets, and each grouping once; what was counted is not counted
 * again.
 */
export function jointAggregates(
  {baskets, dimensions, memo}: AnalysedBaskets,
  pool: WorkerPool
): JointAggregates {
  const known = new Map<string, Known>();
  const asked: AggregateQuery[] = [];
  let open: Round | undefined;
  const isKnown = (query: AggregateQuery): boolean => {
    const found = known.get(groupingOf(query));
    return found !== undefined && hasSpreads(found.query, query);
  };
  const count = async (queries: readonly AggregateQuery[], made: readonly CodedDimension[]) => {
    const merged = mergedQueries(queries);
    const counting = aggregates(merged, [...made, ...dimensions], baskets, pool, memo);
    for (const [at, query] of merged.entries()) {
      const raw = counting.then((counted) => counted[at]!);
      known.set(groupingOf(query), {query, raw});
      raw.catch(() => known.delete(groupingOf(query)));
    }
    await counting;
  };
  const newRound = (): Round => {
    const [queries, made]: [AggregateQuery[], CodedDimension[]] = [[], []];
    const counted = Promise.resolve().then(() => {
      open = undefined;
      return count(queries, made);
    });
    return {queries, made, counted};
  };
  const remember = (queries: readonly AggregateQuery[]): void => {
    asked.push(...queries);
    const all = mergedQueries(asked).filter((query) => isAnswerable(query, dimensions));
    if (JSON.stringify(all) !== JSON.stringify(memo.get(ASKED)?.about)) memo.put(ASKED, all, []);
  };
  const answer = async (
    queries: readonly AggregateQuery[],
    made: readonly CodedDimension[] = []
  ): Promise<RawAggregate[]> => {
    const missing = queries.filter((query) => !isKnown(query));
    if (missing.length > 0) {
      open ??= newRound();
      open.queries.push(...missing);
      open.made.push(...made);
      await open.counted;
    }
    return Promise.all(queries.map((query) => known.get(groupingOf(query))!.raw));
  };
  return {
    ask: async (queries, made) => {
      const answers = await answer(queries, made);
      remember(queries);
      return answers;
    },
    begin() {
      const last = (memo.get(ASKED)?.about ?? []) as readonly AggregateQuery[];
      answer(last.filter((query) => isAnswerable(query, dimensions))).catch(() => undefined);
    }
  };
}

/** Not where a dimension is gone, or was made for the question. */
function isAnswerable(query: AggregateQuery, dimensions: readonly CodedDimension[]): boolean {
  try {
    askedCells(query, dimensions);
    return true;
  } catch {
    return false;
  }
}

const groupingOf = ({by}: AggregateQuery): string => by.join("\n");

function hasSpreads({spreads: told = []}: AggregateQuery, {spreads = []}: AggregateQuery): boolean {
  const keys = new Set(told.map(spreadKey));
  return spreads.every((spread) => keys.has(spreadKey(spread)));
}
