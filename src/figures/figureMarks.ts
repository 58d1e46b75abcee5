import {VERDICT_WORDS} from "../../data-loaders/statistics/verdictWords.ts";
import type {ChartMark} from "../charts/chartMark.ts";
import {colours} from "../charts/chartColours.ts";
import type {FigureContext} from "./figureContext.ts";
import {segmentationNamed} from "./figureContext.ts";
import type {FigureData, FigureRow} from "./figureData.ts";
import type {FigureMeasure} from "./figureMeasure.ts";
import {formatOf, intervalText, noValue, tooFew} from "./format.ts";
import type {MarkColour} from "./segmentColours.ts";
import {segmentColours} from "./segmentColours.ts";

export interface MarkChoice {
  /** Place of the measure among the figure's. */
  readonly measure?: number;
  /** Place of the dimension whose label names the mark and gives its colour. */
  readonly dimension?: number;
  /** True where labels stand inside marks and must be short. */
  readonly tight?: boolean;
}

/** Marks of some rows of a figure, one each: value, words and colour. */
export function figureMarks(
  data: FigureData,
  rows: readonly FigureRow[],
  context: FigureContext,
  {measure = 0, dimension = 0, tight = false}: MarkChoice = {}
): readonly ChartMark[] {
  const found = data.measures[measure]!;
  const format = formatOf(found, context.measures.currency);
  const colourOf = colouring(data, rows, context, measure, dimension);
  const highest = extreme(rows, measure, 1);
  const write = tight ? format.label : format.prose;
  return rows.map((row): ChartMark => {
    const value = row.values[measure]!;
    const base = row.bases[measure]!;
    const label = row.labels[dimension] ?? {name: "", short: ""};
    const {fill, on} = colourOf(row);
    return {
      ...label,
      value,
      label: valueWords(row, value, found.unit === "share" ? write : format.label),
      tip: tipOf(data, row, measure, context),
      fill,
      on,
      hidden: row.hidden,
      ...(Number.isFinite(base) && {base}),
      ...comparedMark(row, measure),
      labelled: row === highest
    };
  });
}

function comparedMark(
  {intervals, verdicts}: FigureRow,
  measure: number
): Pick<ChartMark, "interval" | "verdict"> {
  const [interval, verdict] = [intervals[measure], verdicts[measure]];
  return {...(Number.isFinite(interval?.low) && {interval}), ...(verdict && {verdict})} as Pick<
    ChartMark,
    "interval" | "verdict"
  >;
}

/** The value as written, or the word for why there is none. */
export function valueWords(row: FigureRow, value: number, write: (value: number) => string): string {
  if (Number.isFinite(value)) return write(value);
  return row.hidden ? tooFew : noValue;
}

/** `Monday, 10:00–10:59: 241 orders, 1.2% of all; 198 customers`. */
function tipOf(data: FigureData, row: FigureRow, measure: number, context: FigureContext): string {
  const found = data.measures[measure]!;
  const format = formatOf(found, context.measures.currency);
  const names = row.labels.map(({name}) => name).join(", ");
  if (row.hidden) return `${names}: ${tooFew} customers to show`;
  const share = row.shares[measure]!;
  const base = row.bases[measure]!;
  const interval = row.intervals[measure];
  const words = [
    `${valueWords(row, row.values[measure]!, format.exact)}${unitAfter(found)}`,
    Number.isFinite(share) ? `${(100 * share).toFixed(1)}% of all` : "",
    Number.isFinite(interval?.low) ? `95% interval ${intervalText(interval!, format)}` : "",
    Number.isFinite(base) ? `all customers ${format.exact(base)}` : "",
    row.verdicts[measure] ? VERDICT_WORDS[row.verdicts[measure]] : ""
  ];
  const customers = found.unit === "customers" ? "" : `; ${row.customers.toLocaleString("en-US")} customers`;
  return `${names ? `${names}: ` : ""}${words.filter(Boolean).join(", ")}${customers}`;
}

/** Unit words after a value; money and shares carry theirs as symbols. */
export function unitAfter({unit}: FigureMeasure): string {
  if (unit === "index") return " (everyone = 100)";
  if (unit === "share" || unit === "money") return "";
  return ` ${unit.replace(/^money /, "")}`;
}

/**
 * Segments have their own colours. Other marks are grey, with the highlighted ones in the accent colour; an index is
 * coloured by the side of 100 it lies on.
 */
function colouring(
  data: FigureData,
  rows: readonly FigureRow[],
  context: FigureContext,
  measure: number,
  dimension: number
): (row: FigureRow) => MarkColour {
  const segmentation = segmentationNamed(context, data.dimensions[dimension]?.name ?? "");
  const own = segmentation && segmentColours(segmentation);
  if (data.measures[measure]!.kind === "index") {
    return ({values}) => ({fill: values[measure]! < 100 ? colours.under : colours.accent, on: colours.paper});
  }
  if (own) return ({codes}) => own[codes[dimension]!]!;
  const highlighted = highlightedRows(data, rows, measure);
  return (row) => ({
    fill: highlighted === "none" || highlighted.has(row) ? colours.accent : colours.mark,
    on: colours.paper
  });
}

function highlightedRows(
  {spec}: FigureData,
  rows: readonly FigureRow[],
  measure: number
): ReadonlySet<FigureRow | undefined> | "none" {
  if (spec.highlight.includes("none")) return "none";
  const named = rows.filter(({labels}) => labels.some(({name}) => spec.highlight.includes(name)));
  const highest = spec.highlight.includes("highest") ? [extreme(rows, measure, 1)] : [];
  const lowest = spec.highlight.includes("lowest") ? [extreme(rows, measure, -1)] : [];
  return new Set([...named, ...highest, ...lowest]);
}

/** The row with the highest (1) or lowest (-1) value; the first of equals. */
export function extreme(rows: readonly FigureRow[], measure: number, side: 1 | -1): FigureRow | undefined {
  return rows
    .filter(({values}) => Number.isFinite(values[measure]!))
    .reduce<FigureRow | undefined>(
      (best, row) => (!best || side * (row.values[measure]! - best.values[measure]!) > 0 ? row : best),
      undefined
    );
}
