import type {Path} from "../../data-loaders/config/path.ts";
import type {ProblemList} from "../../data-loaders/config/problemList.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {FigureContext} from "./figureContext.ts";
import {grainOf, segmentationNamed} from "./figureContext.ts";
import type {FigureSpec, SegmentRef} from "./figureSpec.ts";
import {chartForms} from "./figureSpec.ts";

/** Every key a figure block may have. */
export const figureKeys: readonly string[] = [
  "id",
  "finding",
  "measure",
  "by",
  "chart",
  "of",
  "within",
  "top",
  "sort",
  "highlight",
  "compare",
  "note"
];

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Reads fields one by one; each reader gives a harmless value where it reports a problem. */
interface FieldReader {
  readonly fields: Record<string, unknown>;
  readonly text: (key: string, needed: boolean) => string | undefined;
  readonly texts: (key: string) => readonly string[];
}

function fieldReader(fields: Record<string, unknown>, problems: ProblemList): FieldReader {
  const text = (key: string, needed: boolean) => {
    const value = fields[key];
    if (value === undefined || value === null) {
      if (needed) problems.add([], `a figure needs a ${key}`);
      return undefined;
    }
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
    problems.add([key], "must be a text");
    return undefined;
  };
  const texts = (key: string) => {
    const value = fields[key];
    if (value === undefined || value === null) return [];
    const list: unknown[] = Array.isArray(value) ? value : [value];
    list.forEach((item, at) => {
      if (typeof item !== "string") problems.add(Array.isArray(value) ? [key, at] : [key], "must be a name");
    });
    return list.filter((item): item is string => typeof item === "string");
  };
  return {fields, text, texts};
}

/**
 * Brings the fields of a figure block to a specification, one by one. Each is checked against measures, dimensions
 * and segments; what they mean together is left to checkFigure.ts.
 */
export function figureFields(
  fields: Record<string, unknown>,
  context: FigureContext,
  problems: ProblemList,
  segment: (SegmentRef & {readonly slug: string}) | undefined,
  place: FigureSpec["place"]
): FigureSpec {
  const read = fieldReader(fields, problems);
  const measures = namedMeasures(read, context, problems);
  const by = namedDimensions(read, context, problems);
  const of = segmentOf(read, context, problems, segment);
  const id = read.text("id", true) ?? "";
  if (id && !idPattern.test(id))
    problems.add(["id"], "must be small letters, digits and single hyphens: orders-by-hour");
  const within = withinOf(read, by, context, problems);
  const top = topOf(read, problems);
  const note = read.text("note", false);
  return {
    id: segment ? `${segment.slug}-${id}` : id,
    finding: read.text("finding", true) ?? "",
    measures,
    by,
    ...(of && {of}),
    ...(within && {within}),
    chart: chartOf(read, problems),
    ...(top && {top}),
    sort: read.text("sort", false) ?? (isOrdered(by[0], context) ? "order" : "value"),
    highlight: read.fields.highlight === undefined ? ["highest"] : read.texts("highlight"),
    compared: comparedOf(read, problems),
    ...(note && {note}),
    place,
    lacking: new Map()
  };
}

function namedMeasures(read: FieldReader, context: FigureContext, problems: ProblemList): readonly string[] {
  const names = read.texts("measure");
  if (names.length === 0) problems.add([], "a figure needs a measure");
  const known = context.measures.measures.map(({name}) => name);
  checkNames("measure", names, known, "measure", read, problems);
  return names;
}

function namedDimensions(
  read: FieldReader,
  context: FigureContext,
  problems: ProblemList
): readonly string[] {
  const names = read.texts("by");
  const known = knownDimensions(context);
  checkNames("by", names, known, "dimension", read, problems);
  if (names.length > 2) problems.add(["by"], "a figure is by two dimensions at most");
  if (new Set(names).size < names.length) problems.add(["by"], "names a dimension twice");
  return names;
}

/** Those the data has and those it lacks: the second are known words, too. */
function knownDimensions({dimensions, segments, unavailable}: FigureContext): string[] {
  const segmentations = segments.segmentations.map(({name}) => name);
  return [...new Set([...dimensions.map(({name}) => name), ...segmentations, ...unavailable.keys()])];
}

function checkNames(
  key: string,
  names: readonly string[],
  known: readonly string[],
  what: string,
  read: FieldReader,
  problems: ProblemList
): void {
  names.forEach((name, at) => {
    if (known.includes(name)) return;
    const path: Path = Array.isArray(read.fields[key]) ? [key, at] : [key];
    problems.add(path, `unknown ${what} "${name}"${suggestion(name, known)}`);
  });
}

function chartOf(read: FieldReader, problems: ProblemList): FigureSpec["chart"] {
  const name = read.text("chart", true);
  const form = chartForms.find((one) => one === name);
  if (name && !form) problems.add(["chart"], `unknown chart "${name}"${suggestion(name, chartForms)}`);
  return form ?? "table";
}

/** `of: segment` on a template, or `of: { profile: Pet owner }`. */
function segmentOf(
  {fields}: FieldReader,
  context: FigureContext,
  problems: ProblemList,
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
  return knownSegment(segmentation, label, context, problems);
}

function knownSegment(
  name: string,
  label: string,
  context: FigureContext,
  problems: ProblemList
): SegmentRef | undefined {
  const segmentation = segmentationNamed(context, name);
  if (!segmentation && context.unavailable.has(name)) return {segmentation: name, label};
  const known = context.segments.segmentations
    .filter(({grain}) => grain === "customer")
    .map((one) => one.name);
  if (segmentation?.grain !== "customer") {
    problems.add(
      ["of", name],
      `unknown segmentation of customers "${name}"${suggestion(name, known)}`,
      "key"
    );
    return undefined;
  }
  const labels = segmentation.segments.map((one) => one.label);
  if (!labels.includes(label)) {
    problems.add(["of", name], `${name} has no segment "${label}"${suggestion(label, labels)}`);
    return undefined;
  }
  return {segmentation: name, label};
}

/** Of a customers' segmentation and another dimension, shares are each segment's own unless the page says otherwise. */
function withinOf(
  read: FieldReader,
  by: readonly string[],
  context: FigureContext,
  problems: ProblemList
): string | undefined {
  const within = read.text("within", false);
  if (within === undefined) {
    const customers = by.filter((name) => grainOf(context, name) === "customer");
    return by.length > customers.length ? customers[0] : undefined;
  }
  if (within === "all") return undefined;
  const known = [...by, "all"];
  if (!known.includes(within))
    problems.add(["within"], `must be one of the dimensions it is by${suggestion(within, known)}`);
  return within;
}

function topOf({fields}: FieldReader, problems: ProblemList): number | undefined {
  const {top} = fields;
  if (top === undefined) return undefined;
  if (typeof top === "number" && Number.isInteger(top) && top > 0 && top <= 100) return top;
  problems.add(["top"], "must be a whole number from 1 to 100");
  return undefined;
}

function comparedOf({fields}: FieldReader, problems: ProblemList): boolean {
  if (fields.compare !== undefined && fields.compare !== "all")
    problems.add(["compare"], 'must be "all": everyone is the base');
  return fields.compare === "all";
}

/** Hours, days and bins have an order; departments, products, regions and profiles are ranked. */
function isOrdered(name: string | undefined, context: FigureContext): boolean {
  if (name === undefined || name === "hour" || name === "day") return true;
  return segmentationNamed(context, name)?.kind === "bins";
}
