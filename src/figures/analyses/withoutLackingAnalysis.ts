import type {FigureContext} from "../figureContext.ts";
import {lacking, measureNamed} from "../figureContext.ts";
import type {FigureSpec} from "../figureSpec.ts";

/** Takes out what this data lacks of an analysis; without enough left, it cannot be drawn. */
export function withoutLackingAnalysis(spec: FigureSpec, context: FigureContext): FigureSpec {
  const {unavailable} = context;
  const analysis = spec.analysis!;
  const of = analysis.of.filter((name) => !unavailable.has(name));
  const reasons = analysis.values.flatMap((name) => {
    const measure = measureNamed(context, name);
    const reason = measure && lacking(context, measure);
    return reason === undefined ? [] : [[name, reason] as const];
  });
  const gone = new Map(reasons);
  const values = analysis.values.filter((name) => !gone.has(name));
  const isEnough =
    (analysis.form !== "matrix" || of.length >= (analysis.values.length > 0 ? 1 : 2)) &&
    (analysis.form === "ladder" || of.length > 0 || analysis.of.length === 0) &&
    (values.length > 0 || analysis.values.length === 0);
  const reason =
    (analysis.form === "ladder" ? unavailable.get("spend") : undefined) ??
    (spec.of && unavailable.get(spec.of.segmentation)) ??
    (isEnough
      ? undefined
      : ([...analysis.of].map((name) => unavailable.get(name)).find(Boolean) ?? reasons[0]?.[1]));
  return {
    ...spec,
    analysis: {...analysis, of, values},
    lacking: gone,
    ...(reason !== undefined && {unavailable: reason})
  };
}
