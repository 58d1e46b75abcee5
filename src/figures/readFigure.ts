import type {Problem} from "../../data-loaders/config/problem.ts";
import {problemList} from "../../data-loaders/config/problemList.ts";
import {parseYaml} from "../../data-loaders/config/readYaml.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import {checkFigure} from "./checkFigure.ts";
import type {FigureContext} from "./figureContext.ts";
import {lacking, measureNamed} from "./figureContext.ts";
import {figureFields, figureKeys} from "./figureFields.ts";
import type {FigureSpec, SegmentRef} from "./figureSpec.ts";

/** A fenced block of a page: its text, and the 1-based line its first line stands on. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a figure block. `segment` is the segment of the page where the page is made from the template; it is what
 * `of: segment` means, and its slug begins the figure's id. Problems stand at their place in the page.
 */
export function readFigure(
  {file, line, text}: Block,
  context: FigureContext,
  segment?: SegmentRef & {readonly slug: string}
): {readonly spec?: FigureSpec; readonly problems: readonly Problem[]} {
  const {yaml, problems: faults} = parseYaml(file, "\n".repeat(line - 1) + text);
  if (!yaml || faults.length > 0) return {problems: faults.map((fault) => withHint(fault, text, line))};
  const problems = problemList(yaml);
  const fields = yaml.value;
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    problems.add([], "a figure is a list of keys and values: id, finding, measure, by, chart");
    return {problems: problems.list};
  }
  for (const key of yaml.keys([])) {
    if (!figureKeys.includes(key)) problems.add([key], `unknown key${suggestion(key, figureKeys)}`, "key");
  }
  const spec = figureFields(fields as Record<string, unknown>, context, problems, segment, {file, line});
  if (problems.list.length === 0) checkFigure(spec, context, problems);
  return problems.list.length > 0
    ? {problems: problems.list}
    : {spec: withoutLacking(spec, context), problems: []};
}

/** Takes out measures that this data lacks. A figure that is left with none, or lacks a dimension, cannot be drawn. */
function withoutLacking(spec: FigureSpec, context: FigureContext): FigureSpec {
  const reasons = spec.measures.map(
    (name) => [name, lacking(context, measureNamed(context, name)!)] as const
  );
  const gone = new Map(reasons.flatMap(([name, reason]) => (reason === undefined ? [] : [[name, reason]])));
  const names = [...spec.by, ...(spec.of ? [spec.of.segmentation] : [])];
  const measures = spec.measures.filter((name) => !gone.has(name));
  const unavailable =
    names.map((name) => context.unavailable.get(name)).find((reason) => reason !== undefined) ??
    (measures.length === 0 ? [...gone.values()][0] : undefined);
  return {...spec, measures, lacking: gone, ...(unavailable !== undefined && {unavailable})};
}

/** YAML takes `{{` for the beginning of a map, and says so in words that do not help. */
function withHint(fault: Problem, text: string, firstLine: number): Problem {
  const line = text.split("\n")[(fault.line ?? firstLine) - firstLine] ?? "";
  if (!/:\s*\{\{/.test(line)) return fault;
  return {...fault, message: 'a text that begins with "{{" stands in quotes'};
}
