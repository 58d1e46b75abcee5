import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import type {Grain} from "../../data-loaders/config/segments.ts";
import type {FigureContext} from "./figureContext.ts";
import {grainOf} from "./figureContext.ts";
import type {FigureSpec} from "./figureSpec.ts";

/** The groupings a figure is computed from. */
export interface FigureQueries {
  readonly cells: AggregateQuery;
  /** What each cell is a part of. */
  readonly group: AggregateQuery;
  /** All customers the figure describes. */
  readonly whole: AggregateQuery;
  /** The same cells over everyone, for indices and comparisons. */
  readonly base: AggregateQuery;
  readonly everyone: AggregateQuery;
}

export function figureQueries({by, of, within}: FigureSpec, context: FigureContext): FigureQueries {
  const grain = (name: string) => grainOf(context, name) ?? "customer";
  const segmentation = of ? [of.segmentation] : [];
  return {
    cells: queryBy([...segmentation, ...by], grain),
    group: queryBy([...segmentation, ...(within ? [within] : [])], grain),
    whole: {by: segmentation},
    base: queryBy(
      by.filter((name) => grain(name) !== "customer"),
      grain
    ),
    everyone: {by: []}
  };
}

/** One order of dimensions for each set of them, customers' first, so that equal groupings are counted once. */
export function queryBy(names: readonly string[], grain: (name: string) => Grain): AggregateQuery {
  const place: Record<Grain, number> = {customer: 0, order: 1, item: 2};
  const by = [...new Set(names)].sort((a, b) => place[grain(a)] - place[grain(b)] || (a < b ? -1 : 1));
  return {by};
}
