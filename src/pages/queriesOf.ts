import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {PageSource} from "./pageSource.ts";

/** Every grouping that the pages' figures and numbers are computed from, each once, in a fixed order. */
export function queriesOf(pages: readonly PageSource[]): readonly AggregateQuery[] {
  const all = pages.flatMap(({blocks}) => blocks.flatMap(({queries}) => queries));
  const byKey = new Map(all.map((query) => [query.by.join("\n"), query]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, query]) => query);
}
