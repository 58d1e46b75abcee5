import type {AggregateQuery} from "../../../data-loaders/aggregates/aggregate.ts";
import type {ConcentrationOf} from "../../../data-loaders/analyses/concentration.ts";
import type {AnalysisQuery} from "../analysisSpec.ts";
import type {FigureContext} from "../figureContext.ts";
import {grainOf} from "../figureContext.ts";
import {queryBy} from "../queryBy.ts";
import type {FigureSpec} from "../figureSpec.ts";

/** Groupings that an analysis figure is computed from. */
export function analysisAggregates(spec: FigureSpec, context: FigureContext): readonly AggregateQuery[] {
  const {form, of} = spec.analysis!;
  const segmentation = spec.of ? [spec.of.segmentation] : [];
  const grouped = (names: readonly string[]) =>
    queryBy(names, (name) => grainOf(context, name) ?? "customer");
  switch (form) {
    case "schedule":
      return [grouped(["day", "hour"]), {by: []}];
    case "decomposition":
      return [grouped(of), {by: []}];
    case "lift":
      return [grouped([...segmentation, ...of]), grouped(of), {by: segmentation}, {by: []}];
    default:
      return [{by: segmentation}, {by: []}];
  }
}

/** The analysis itself, where it is more than aggregates. */
export function analysisQuery({analysis, of}: FigureSpec): AnalysisQuery | undefined {
  switch (analysis?.form) {
    case "matrix":
      return {kind: "crosstabs"};
    case "concentration":
      return {kind: "concentration", of: analysis.values[0] as ConcentrationOf};
    case "ladder":
      return {kind: "ladder", query: {}};
    case "affinity":
      return {
        kind: "affinity",
        query: {of: analysis.of[0]!, ...(of && {by: of.segmentation})}
      };
    default:
      return undefined;
  }
}
