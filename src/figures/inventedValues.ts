import type {FactDescription, Segmentation, Segments} from "../../data-loaders/config/segments.ts";
import {whenSubjects} from "../../data-loaders/config/whenSubjects.ts";
import {measureParts} from "../../data-loaders/measures/measureParts.ts";
import type {AnalysisSpec} from "./analysisSpec.ts";
import type {FigureContext} from "./figureContext.ts";
import {measureNamed, segmentationNamed} from "./figureContext.ts";
import type {FigureSpec} from "./figureSpec.ts";

/** True when a figure shows prices or attributes of customers, of which the reader must know that they are invented. */
export function showsInventedValues(spec: FigureSpec, context: FigureContext): boolean {
  const {measures, by, of, analysis} = spec;
  if (analysis) return analysisShowsInvented(analysis, of, context);
  const parts = measures.flatMap((name) => measureParts(measureNamed(context, name)!));
  if (parts.includes("spend") || parts.includes("priced_items")) return true;
  const names = [...by, ...(of ? [of.segmentation] : [])];
  return names.some((name) => restsOnInvented(name, context.segments));
}

function analysisShowsInvented(
  {form, of: asked, measures, values}: AnalysisSpec,
  of: FigureSpec["of"],
  context: FigureContext
): boolean {
  const isMoney = measures.some(({unit, name}) => unit === "money" || name.startsWith("spend"));
  const parts = values.flatMap((name) => measureParts(measureNamed(context, name)!));
  const names = [...(form === "matrix" ? asked : []), ...(of ? [of.segmentation] : [])];
  return (
    isMoney ||
    form === "ladder" ||
    parts.includes("spend") ||
    names.some((name) => restsOnInvented(name, context.segments))
  );
}

/** Follows a segmentation to the columns it rests on. The configuration has no circles. */
function restsOnInvented(subject: string, segments: Segments): boolean {
  if (subject === "item.price" || subject === "order.spend" || subject.startsWith("customer.")) return true;
  const fact = segments.facts.find(({name}) => name === subject);
  if (fact) return factSubjects(fact).some((name) => restsOnInvented(name, segments));
  const segmentation = segmentationNamed({segments}, subject);
  return (
    segmentation !== undefined &&
    segmentationSubjects(segmentation).some((name) => restsOnInvented(name, segments))
  );
}

function factSubjects({of, column, where}: FactDescription): string[] {
  return [...(column === undefined ? [] : [`${of}.${column}`]), ...whenSubjects(where)].filter(
    (name) => !name.startsWith("order.") || name === "order.spend"
  );
}

function segmentationSubjects(segmentation: Segmentation): readonly string[] {
  if (segmentation.kind === "cross") return segmentation.of;
  if (segmentation.kind === "rules") return segmentation.rules.flatMap(({when}) => whenSubjects(when));
  return [segmentation.by];
}
