import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {FieldReader} from "./fieldReader.ts";
import type {FigureContext} from "./figureContext.ts";
import {segmentationNamed} from "./figureContext.ts";
import type {SegmentRef} from "./figureSpec.ts";

/** `of: segment` on a template, or `of: { profile: Pet owner }`. */
export function segmentField(
  {fields, problems}: FieldReader,
  context: FigureContext,
  segment: SegmentRef | undefined
): SegmentRef | undefined {
  const {of} = fields;
  if (of === undefined || of === null) return undefined;
  if (of === "segment") {
    if (segment) return {segmentation: segment.segmentation, label: segment.label};
    problems.add(["of"], "only the template of segment pages has a segment; write { profile: Pet owner }");
    return undefined;
  }
  const [entry, ...more] = typeof of === "object" && !Array.isArray(of) ? Object.entries(of) : [];
  if (!entry || more.length > 0 || typeof entry[1] !== "string") {
    problems.add(["of"], "must name one segment: { profile: Pet owner }");
    return undefined;
  }
  const [segmentation, label] = entry as [string, string];
  const found = knownSegment(segmentation, label, context);
  if ("label" in found) return found;
  problems.add(["of", segmentation], found.message, found.what);
  return undefined;
}

/** A segment of customers by name, or what is wrong with the name. Segments that this data lacks are known, too. */
function knownSegment(
  name: string,
  label: string,
  context: Pick<FigureContext, "segments" | "unavailable">
): SegmentRef | {readonly message: string; readonly what: "key" | "value"} {
  const segmentation = segmentationNamed(context, name);
  if (!segmentation && context.unavailable.has(name)) return {segmentation: name, label};
  if (segmentation?.grain !== "customer") {
    const known = context.segments.segmentations.filter(({grain}) => grain === "customer");
    const hint = suggestion(
      name,
      known.map((one) => one.name)
    );
    return {message: `unknown segmentation of customers "${name}"${hint}`, what: "key"};
  }
  const labels = segmentation.segments.map((one) => one.label);
  if (labels.includes(label)) return {segmentation: name, label};
  return {message: `${name} has no segment "${label}"${suggestion(label, labels)}`, what: "value"};
}
