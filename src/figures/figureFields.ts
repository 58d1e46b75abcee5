import type {Path} from "../../data-loaders/config/path.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import {analysisFields} from "./analyses/analysisFields.ts";
import {analysisForms} from "./analysisSpec.ts";
import {onlyKeys, verdicts, verdictTexts} from "./byVerdict.ts";
import type {FieldReader} from "./fieldReader.ts";
import type {FigureContext} from "./figureContext.ts";
import {grainOf, segmentationNamed} from "./figureContext.ts";
import type {Expected, FigureSpec, Headline, SegmentRef} from "./figureSpec.ts";
import {chartForms} from "./figureSpec.ts";
import {segmentField} from "./segmentField.ts";

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
  "note",
  "expect"
];

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Brings the fields of a figure block to a specification, one by one. Each is checked against measures, dimensions
 * and segments; what they mean together is left to checkFigure.ts.
 */
export function figureFields(
  read: FieldReader,
  context: FigureContext,
  segment: (SegmentRef & {readonly slug: string}) | undefined,
  place: FigureSpec["place"]
): FigureSpec {
  const {problems} = read;
  const of = segmentField(read, context, segment);
  const chart = chartOf(read);
  const form = analysisForms.find((one) => one === chart);
  const asked = form && analysisFields(form, read, context, of);
  const measures = asked ? asked.analysis.measures.map(({name}) => name) : namedMeasures(read, context);
  const by = asked ? asked.by : namedDimensions(read, context);
  const id = read.text("id", true) ?? "";
  if (id && !idPattern.test(id))
    problems.add(["id"], "must be small letters, digits and single hyphens: orders-by-hour");
  const within = asked ? undefined : withinOf(read, by, context);
  const top = topOf(read);
  const note = read.text("note", false);
  return {
    id: segment ? `${segment.slug}-${id}` : id,
    finding: headline(read),
    measures,
    by,
    ...(of && {of}),
    ...(within && {within}),
    chart,
    ...(asked && {analysis: asked.analysis}),
    ...(top && {top}),
    sort: read.text("sort", false) ?? (isOrdered(by[0], context) ? "order" : "value"),
    highlight: read.fields.highlight === undefined ? ["highest"] : read.texts("highlight"),
    compared: comparedOf(read) || chart === "multiples",
    ...(note && {note}),
    expects: expected(read),
    place,
    lacking: new Map()
  };
}

/** A sentence, or one for each verdict of a measure. */
function headline(read: FieldReader): Headline {
  const {finding} = read.fields;
  if (typeof finding !== "object" || finding === null || Array.isArray(finding))
    return read.text("finding", true) ?? "";
  onlyKeys(read, ["of", ...verdicts], "finding");
  const {of} = finding as Record<string, unknown>;
  if (of !== undefined && typeof of !== "string")
    read.problems.add(["finding", "of"], "must name a measure of the figure");
  return {...(typeof of === "string" && {of}), texts: verdictTexts(read, "finding")};
}

/** What must hold for the sentences of a block to be true, each with its line. */
export function expected(read: FieldReader): readonly Expected[] {
  const isList = Array.isArray(read.fields.expect);
  return read.texts("expect").map((text, at) => {
    const {line, column, width} = read.problems.yaml.locate(isList ? ["expect", at] : ["expect"]);
    return {text, line, column, width};
  });
}

function namedMeasures(read: FieldReader, context: FigureContext): readonly string[] {
  const names = read.texts("measure");
  if (names.length === 0) read.problems.add([], "a figure needs a measure");
  const known = context.measures.measures.map(({name}) => name);
  checkNames("measure", names, known, "measure", read);
  return names;
}

function namedDimensions(read: FieldReader, context: FigureContext): readonly string[] {
  const {problems} = read;
  const names = read.texts("by");
  const known = knownDimensions(context);
  checkNames("by", names, known, "dimension", read);
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
  {fields, problems}: FieldReader
): void {
  names.forEach((name, at) => {
    if (known.includes(name)) return;
    const path: Path = Array.isArray(fields[key]) ? [key, at] : [key];
    problems.add(path, `unknown ${what} "${name}"${suggestion(name, known)}`);
  });
}

function chartOf(read: FieldReader): FigureSpec["chart"] {
  const name = read.text("chart", true);
  const form = chartForms.find((one) => one === name);
  if (name && !form) read.problems.add(["chart"], `unknown chart "${name}"${suggestion(name, chartForms)}`);
  return form ?? "table";
}

/** Of a customers' segmentation and another dimension, shares are each segment's own unless the page says otherwise. */
function withinOf(read: FieldReader, by: readonly string[], context: FigureContext): string | undefined {
  const within = read.text("within", false);
  if (within === undefined) {
    const customers = by.filter((name) => grainOf(context, name) === "customer");
    return by.length > customers.length ? customers[0] : undefined;
  }
  if (within === "all") return undefined;
  const known = [...by, "all"];
  if (!known.includes(within))
    read.problems.add(["within"], `must be one of the dimensions it is by${suggestion(within, known)}`);
  return within;
}

function topOf({fields, problems}: FieldReader): number | undefined {
  const {top} = fields;
  if (top === undefined) return undefined;
  if (typeof top === "number" && Number.isInteger(top) && top > 0 && top <= 100) return top;
  problems.add(["top"], "must be a whole number from 1 to 100");
  return undefined;
}

function comparedOf({fields, problems}: FieldReader): boolean {
  if (fields.compare !== undefined && fields.compare !== "all")
    problems.add(["compare"], 'must be "all": everyone is the base');
  return fields.compare === "all";
}

/** Hours, days and bins have an order; departments, products, regions and profiles are ranked. */
function isOrdered(name: string | undefined, context: FigureContext): boolean {
  if (name === undefined || name === "hour" || name === "day") return true;
  return segmentationNamed(context, name)?.kind === "bins";
}
