import type {ProblemList} from "../../data-loaders/config/problemList.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import {whyNotCounted} from "../../data-loaders/measures/measureParts.ts";
import type {FigureContext} from "./figureContext.ts";
import {grainOf, measureNamed, segmentationNamed} from "./figureContext.ts";
import type {FigureSpec, MeasuredForm} from "./figureSpec.ts";

/** Reports what could not be counted or would mislead, in a figure whose every word is known. */
export function checkFigure(spec: FigureSpec, context: FigureContext, problems: ProblemList): void {
  checkShape(spec, context, problems);
  checkGroups(spec, context, problems);
  checkSort(spec, context, problems);
  const grains = spec.by.map((name) => grainOf(context, name) ?? "customer");
  spec.measures.forEach((name, at) => {
    const why = measureNamed(context, name) && whyNotCounted(measureNamed(context, name)!, grains);
    if (why) problems.add(spec.measures.length > 1 ? ["measure", at] : ["measure"], why);
  });
}

/** How many dimensions and measures each form takes. */
const shapes: Record<
  MeasuredForm,
  {readonly allows: (dimensions: number, measures: number) => boolean; readonly says: string}
> = {
  bars: {
    allows: (dimensions, measures) => dimensions === 1 && measures === 1,
    says: "one measure by one dimension"
  },
  columns: {
    allows: (dimensions, measures) =>
      (dimensions + measures <= 3 && dimensions >= 1) || (dimensions === 1 && measures <= 4),
    says: "one measure by one or two dimensions, or up to four measures by one"
  },
  heatmap: {
    allows: (dimensions, measures) => dimensions >= 1 && measures === 1,
    says: "one measure by two dimensions"
  },
  stacked: {
    allows: (dimensions, measures) =>
      (dimensions === 1 && measures <= 6) || (dimensions === 2 && measures === 1),
    says: "shares by one dimension, or one share by two"
  },
  index: {
    allows: (dimensions, measures) => dimensions === 1 && measures === 1,
    says: "one index by one dimension"
  },
  dots: {
    allows: (dimensions, measures) => dimensions === 1 && measures === 1,
    says: "one measure by one dimension"
  },
  multiples: {
    allows: (dimensions, measures) => dimensions === 1 && measures > 1,
    says: "several measures by one segmentation of customers"
  },
  table: {
    allows: (dimensions, measures) => dimensions <= 1 || measures === 1,
    says: "measures by one dimension, or one measure by two"
  }
};

function checkShape({chart, by, measures}: FigureSpec, context: FigureContext, problems: ProblemList): void {
  const {allows, says} = shapes[chart as MeasuredForm];
  if (!allows(by.length, measures.length)) problems.add(["chart"], `${chart} shows ${says}`);
  const kinds = measures.map((name) => measureNamed(context, name)?.kind);
  if (chart === "stacked" && kinds.some((kind) => kind !== "share")) {
    problems.add(
      ["measure"],
      "parts of a whole are shares: item_share, order_share, customer_share or spend_share"
    );
  }
  if (chart === "index" && kinds[0] !== "index") problems.add(["measure"], "this chart shows an index");
  const isCross = by.length === 1 && segmentationNamed(context, by[0]!)?.kind === "cross";
  if (chart === "heatmap" && by.length === 1 && !isCross && !context.unavailable.has(by[0]!)) {
    problems.add(["by"], "a heat map is by two dimensions, or by a segmentation that crosses two");
  }
}

function checkGroups(spec: FigureSpec, context: FigureContext, problems: ProblemList): void {
  const {by, of, chart, compared, measures} = spec;
  const customers = by.filter((name) => grainOf(context, name) === "customer");
  if (customers.length + (of ? 1 : 0) > 1) {
    problems.add(
      of ? ["of"] : ["by"],
      "customers can be split once only; a cross in segments.yaml splits them by two at once"
    );
  }
  const grouped = of !== undefined || customers.length > 0;
  measures.forEach((name) => {
    const kind = measureNamed(context, name)?.kind;
    if (kind === "index" && !(grouped && by.length > customers.length)) {
      problems.add(
        ["measure"],
        `${name} compares a segment's mix with everyone's: it needs \`of\`, or a segmentation in \`by\`, and something bought`
      );
    }
    if (kind === "penetration" && by.length === customers.length) {
      problems.add(
        ["measure"],
        `${name} is a share of customers who bought something: it needs a dimension such as department`
      );
    }
    if (compared && kind === "total" && chart !== "table")
      problems.add(
        ["compare"],
        `${name} adds up, so a segment and everyone differ by size only; compare a share or a ratio`
      );
  });
  if (compared && !grouped)
    problems.add(["compare"], "everyone is compared with a segment: add `of`, or a segmentation to `by`");
}

function checkSort({sort, by}: FigureSpec, context: FigureContext, problems: ProblemList): void {
  if (sort === "value" || sort === "lowest" || sort === "order") return;
  const labels = segmentationNamed(context, by[1] ?? "")?.segments.map(({label}) => label);
  if (labels && !labels.includes(sort))
    problems.add(
      ["sort"],
      `unknown order "${sort}"${suggestion(sort, ["value", "lowest", "order", ...labels])}`
    );
  if (by.length < 2)
    problems.add(["sort"], `unknown order "${sort}"${suggestion(sort, ["value", "lowest", "order"])}`);
}
