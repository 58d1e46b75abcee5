import type {AggregateQuery} from "../aggregates/aggregate.ts";
import {aggregates} from "../aggregates/aggregates.ts";
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

/** What is asked in the same turn. */
interface Round {
  readonly queries: AggregateQuery[];
  readonly made: CodedDimension[];
  readonly counted: Promise<void>;
}

/**
 * One asker for pages and analyses: what all of them ask at once is counted in one pass over the baskets, and each
 * grouping once; what was counted is not counted again.
 */
export function jointAggregates(
  {baskets, dimensions, memo}: AnalysedBaskets,
  pool: WorkerPool
): AskAggregates {
  const known = new Map<string, {readonly query: AggregateQuery; readonly raw: RawAggregate}>();
  let open: Round | undefined;
  const isKnown = (query: AggregateQuery): boolean => {
    const found = known.get(groupingOf(query));
    return found !== undefined && hasSpreads(found.query, query);
  };
  const count = async (queries: readonly AggregateQuery[], made: readonly CodedDimension[]) => {
    const merged = mergedQueries(queries);
    const raw = await aggregates(merged, [...made, ...dimensions], baskets, pool, memo);
    for (const [at, query] of merged.entries()) known.set(groupingOf(query), {query, raw: raw[at]!});
  };
  const newRound = (): Round => {
    const [queries, made]: [AggregateQuery[], CodedDimension[]] = [[], []];
    const counted = Promise.resolve().then(() => {
      open = undefined;
      return count(queries, made);
    });
    return {queries, made, counted};
  };
  return async (queries, made = []) => {
    const missing = queries.filter((query) => !isKnown(query));
    if (missing.length > 0) {
      open ??= newRound();
      open.queries.push(...missing);
      open.made.push(...made);
      await open.counted;
    }
    return queries.map((query) => known.get(groupingOf(query))!.raw);
  };
}

const groupingOf = ({by}: AggregateQuery): string => by.join("\n");

function hasSpreads({spreads: told = []}: AggregateQuery, {spreads = []}: AggregateQuery): boolean {
  const keys = new Set(told.map(spreadKey));
  return spreads.every((spread) => keys.has(spreadKey(spread)));
}
