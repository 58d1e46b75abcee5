import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import type {Grain} from "../../data-loaders/config/segments.ts";
import {comparisonPlan} from "./comparisonPlan.ts";
import type {FigureContext} from "./figureContext.ts";
import {grainOf, measureNamed} from "./figureContext.ts";
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

export function figureQueries(spec: FigureSpec, context: FigureContext): FigureQueries {
  const {by, of, within} = spec;
  const grain = (name: string) => grainOf(context, name) ?? "customer";
  const segmentation = of ? [of.segmentation] : [];
  const spreads = spreadsOf(spec, context);
  const others = by.filter((name) => grain(name) !== "customer");
  return {
    cells: {...queryBy([...segmentation, ...by], grain), ...spreads},
    group: queryBy([...segmentation, ...(within ? [within] : [])], grain),
    whole: {by: segmentation},
    base: {...queryBy(others, grain), ...spreads},
    everyone: {by: []}
  };
}

/** What the intervals of the measures that are compared with everyone are made of. */
function spreadsOf(spec: FigureSpec, context: FigureContext): Pick<AggregateQuery, "spreads"> {
  const spreads = spec.measures.flatMap((name) => {
    const measure = measureNamed(context, name);
    const spread = measure && comparisonPlan(measure, spec, context)?.spread;
    return spread ? [spread] : [];
  });
  const byKey = new Map(spreads.map((spread) => [spreadKey(spread), spread]));
  return byKey.size > 0 ? {spreads: [...byKey.values()]} : {};
}

/** One order of dimensions for each set of them, customers' first, so that equal groupings are counted once. */
export function queryBy(names: readonly string[], grain: (name: string) => Grain): AggregateQuery {
  const place: Record<Grain, number> = {customer: 0, order: 1, item: 2};
  const by = [...new Set(names)].sort((a, b) => place[grain(a)] - place[grain(b)] || (a < b ? -1 : 1));
  return {by};
}
