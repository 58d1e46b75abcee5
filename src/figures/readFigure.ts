import type {Problem} from "../../data-loaders/config/problem.ts";
import type {Block} from "./blockReader.ts";
import {blockReader} from "./blockReader.ts";
import {checkFigure} from "./checkFigure.ts";
import {withoutLackingAnalysis} from "./analyses/withoutLackingAnalysis.ts";
import type {FigureContext} from "./figureContext.ts";
import {lacking, measureNamed} from "./figureContext.ts";
import {figureFields, figureKeys} from "./figureFields.ts";
import type {FigureSpec, SegmentRef} from "./figureSpec.ts";

/**
 * Reads a figure block. `segment` is the segment of the page where the page is made from the template; it is what
 * `of: segment` means, and its slug begins the figure's id. Problems stand at their place in the page.
 */
export function readFigure(
  block: Block,
  context: FigureContext,
  segment?: SegmentRef & {readonly slug: string}
): {readonly spec?: FigureSpec; readonly problems: readonly Problem[]} {
  const {read, problems} = blockReader(block, "a figure", figureKeys);
  if (!read) return {problems};
  const spec = figureFields(read, context, segment, {file: block.file, line: block.line});
  if (problems.length === 0 && !spec.analysis) checkFigure(spec, context, read.problems);
  return problems.length > 0
    ? {problems}
    : {
        spec: spec.analysis ? withoutLackingAnalysis(spec, context) : withoutLacking(spec, context),
        problems: []
      };
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
