import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {Grain} from "../../data-loaders/config/segments.ts";

/** One order of dimensions for each set of them, customers' first, so that equal groupings are counted once. */
export function queryBy(names: readonly string[], grain: (name: string) => Grain): AggregateQuery {
  const place: Record<Grain, number> = {customer: 0, order: 1, item: 2};
  const by = [...new Set(names)].sort((a, b) => place[grain(a)] - place[grain(b)] || (a < b ? -1 : 1));
  return {by};
}
