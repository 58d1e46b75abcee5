import {suggestion} from "../../../data-loaders/config/suggestion.ts";
import type {AnalysisForm, AnalysisSpec} from "../analysisSpec.ts";
import type {FieldReader} from "../fieldReader.ts";
import type {FigureContext} from "../figureContext.ts";
import {measureNamed} from "../figureContext.ts";
import type {SegmentRef} from "../figureSpec.ts";
import {measuresNamed} from "./analysisMeasures.ts";

/** What an analysis figure is asked for, and the dimensions that its rows have. */
export interface AnalysisFields {
  readonly analysis: AnalysisSpec;
  readonly by: readonly string[];
}

/** Keys that each form takes besides id, finding, chart, note, expect and highlight. */
const takes: Readonly<Record<AnalysisForm, readonly string[]>> = {
  matrix: ["by", "measure"],
  concentration: ["measure"],
  affinity: ["by", "of", "top"],
  schedule: [],
  ladder: ["by"],
  decomposition: ["by", "sort", "top"],
  lift: ["by", "of", "top"]
};
const groupingKeys = ["by", "measure", "of", "within", "top", "sort", "compare"];

/** Reads what an analysis figure is asked for; problems stand at their keys. */
export function analysisFields(
  form: AnalysisForm,
  read: FieldReader,
  context: FigureContext,
  segment: SegmentRef | undefined
): AnalysisFields {
  const {problems, fields} = read;
  for (const key of groupingKeys)
    if (fields[key] !== undefined && !takes[form].includes(key))
      problems.add([key], `${form} takes no ${key}`, "key");
  switch (form) {
    case "matrix":
      return matrixFields(read, context);
    case "concentration":
      return concentrationFields(read, context);
    case "schedule":
      return {
        analysis: {
          form,
          measures: measuresNamed("orders_per_hour", "week_share", "index", "hours"),
          of: [],
          values: []
        },
        by: ["kind", "window"]
      };
    case "ladder":
      return ladderFields(read, context);
    case "affinity":
      return {
        analysis: {
          form,
          measures: measuresNamed("lift", "support", "confidence", "orders"),
          of: itemDimension(read, context),
          values: []
        },
        by: ["first", "second"]
      };
    case "decomposition":
      return decompositionFields(read, context);
    case "lift": {
      if (!segment) problems.add([], "a lift is of a segment: add `of`");
      const of = itemDimension(read, context);
      return {
        analysis: {
          form,
          measures: measuresNamed("customer_lift", "penetration", "penetration_all"),
          of,
          values: []
        },
        by: of
      };
    }
  }
}

function matrixFields(read: FieldReader, context: FigureContext): AnalysisFields {
  const of = read.texts("by");
  const values = read.texts("measure");
  const known = context.segments.segmentations
    .filter(({grain}) => grain === "customer")
    .map(({name}) => name);
  const wrong = (name: string) => !known.includes(name) && !context.unavailable.has(name);
  of.forEach((name, at) => {
    if (wrong(name))
      read.problems.add(["by", at], `unknown segmentation of customers "${name}"${suggestion(name, known)}`);
  });
  if (of.length < 2) read.problems.add(["by"], "a matrix is by two segmentations of customers or more");
  const ratios = context.measures.measures.filter(({kind}) => kind === "ratio").map(({name}) => name);
  values.forEach((name, at) => {
    if (!ratios.includes(name))
      read.problems.add(
        ["measure", at],
        `a matrix holds segmentations against ratios${suggestion(name, ratios)}`
      );
  });
  const measures = measuresNamed(values.length > 0 ? "explained" : "association");
  const by = values.length > 0 ? ["attribute", "measured"] : ["attribute", "other"];
  return {analysis: {form: "matrix", measures, of, values}, by};
}

const concentrated = ["orders", "items", "spend"] as const;

function concentrationFields(read: FieldReader, context: FigureContext): AnalysisFields {
  const name = read.texts("measure")[0] ?? "orders";
  const measure = measureNamed(context, name);
  const part = measure?.kind === "total" ? concentrated.find((one) => one === measure.part) : undefined;
  if (!part) read.problems.add(["measure"], `a concentration is of a total${suggestion(name, concentrated)}`);
  const share = ({orders: "order_share", items: "item_share", spend: "spend_share"} as const)[
    part ?? "orders"
  ];
  return {
    analysis: {
      form: "concentration",
      measures: measuresNamed(share, "customer_share"),
      of: [],
      values: [part ?? "orders"]
    },
    by: ["customers"]
  };
}

/** The cut points drawn into a ladder: a segmentation of items by their price. */
function ladderFields(read: FieldReader, context: FigureContext): AnalysisFields {
  const of = read.texts("by");
  const known = context.segments.segmentations
    .filter((one) => one.kind === "bins" && one.by === "item.price")
    .map(({name}) => name);
  of.forEach((name) => {
    if (!known.includes(name) && !context.unavailable.has(name))
      read.problems.add(["by"], `"${name}" does not split items by price${suggestion(name, known)}`);
  });
  if (of.length > 1) read.problems.add(["by"], "a ladder shows the cut points of one segmentation");
  const measures = measuresNamed("item_share", "spend_share", "item_share_up_to", "spend_share_up_to");
  return {analysis: {form: "ladder", measures, of, values: []}, by: ["price"]};
}

function decompositionFields(read: FieldReader, context: FigureContext): AnalysisFields {
  const of = itemDimension(read, context);
  const hasPrices = !context.unavailable.has("spend");
  const measures = hasPrices
    ? measuresNamed("spend_share", "item_share", "buyers", "items_per_buyer", "price")
    : measuresNamed("item_share", "buyers", "items_per_buyer");
  return {analysis: {form: "decomposition", measures, of, values: []}, by: of};
}

const itemDimensions = ["department", "aisle", "product"];

function itemDimension(read: FieldReader, context: FigureContext): readonly string[] {
  const [name = "", ...more] = read.texts("by");
  const items = context.segments.segmentations.filter(({grain}) => grain === "item").map((one) => one.name);
  const known = [...itemDimensions, ...items];
  if (more.length > 0 || !known.includes(name))
    read.problems.add(
      name === "" ? [] : ["by"],
      `one dimension of items is needed${suggestion(name, known)}`
    );
  return [name];
}
