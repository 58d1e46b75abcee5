import type {FactDescription, Segmentation, Segments} from "../../data-loaders/config/segments.ts";
import {whenSubjects} from "../../data-loaders/config/whenSubjects.ts";
import {measureParts} from "../../data-loaders/measures/measureParts.ts";
import type {FigureContext} from "./figureContext.ts";
import {measureNamed, segmentationNamed} from "./figureContext.ts";
import type {FigureSpec} from "./figureSpec.ts";

/** True when a figure shows prices or attributes of customers, of which the reader must know that they are invented. */
export function showsInventedValues({measures, by, of}: FigureSpec, context: FigureContext): boolean {
  const parts = measures.flatMap((name) => measureParts(measureNamed(context, name)!));
  if (parts.includes("spend") || parts.includes("priced_items")) return true;
  const names = [...by, ...(of ? [of.segmentation] : [])];
  return names.some((name) => restsOnInvented(name, context.segments));
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
