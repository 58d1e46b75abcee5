import type {AggregateQuery} from "../../data-loaders/aggregates/aggregate.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import {analysisAggregates} from "./analyses/analysisQueries.ts";
import {comparisonPlan} from "./comparisonPlan.ts";
import type {FigureContext} from "./figureContext.ts";
import {grainOf, measureNamed} from "./figureContext.ts";
import type {FigureSpec} from "./figureSpec.ts";
import {queryBy} from "./queryBy.ts";

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

/** Every grouping that a figure is computed from, of measures or of an analysis. */
export function queriesFor(spec: FigureSpec, context: FigureContext): readonly AggregateQuery[] {
  return spec.analysis ? analysisAggregates(spec, context) : Object.values(figureQueries(spec, context));
}
