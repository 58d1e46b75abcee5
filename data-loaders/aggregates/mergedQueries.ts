import type {AggregateQuery} from "./aggregate.ts";
import {spreadKey} from "./spread.ts";
import type {SpreadOf} from "./spread.ts";

/** Each grouping once, with all spreads that anyone asks of it; in a fixed order. */
export function mergedQueries(queries: readonly AggregateQuery[]): AggregateQuery[] {
  const groupings = new Map<string, {by: readonly string[]; spreads: Map<string, SpreadOf>}>();
  for (const {by, spreads = []} of queries) {
    const key = by.join("\n");
    const grouping = groupings.get(key) ?? {by, spreads: new Map<string, SpreadOf>()};
    groupings.set(key, grouping);
    for (const spread of spreads) grouping.spreads.set(spreadKey(spread), spread);
  }
  return sortedByKey(groupings).map(({by, spreads}) =>
    spreads.size === 0 ? {by} : {by, spreads: sortedByKey(spreads)}
  );
}

function sortedByKey<T>(values: ReadonlyMap<string, T>): T[] {
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
