import type {ChartMark} from "../charts/chartMark.ts";
import type {ChartSize} from "../charts/chartSize.ts";
import {narrow, panel, wide} from "../charts/chartSize.ts";
import {columns, mostOf} from "../charts/columns.ts";
import {escapeHtml} from "../charts/escapeText.ts";
import {heatmap} from "../charts/heatmap.ts";
import type {HeatmapRow} from "../charts/heatmap.ts";
import {indexBars} from "../charts/indexBars.ts";
import {pairedDots} from "../charts/pairedDots.ts";
import {rankedBars} from "../charts/rankedBars.ts";
import {smallMultiples} from "../charts/smallMultiples.ts";
import {directNames, stackedBars} from "../charts/stackedBars.ts";
import type {StackedRow} from "../charts/stackedBars.ts";
import {chartKey, heatKey} from "./chartKey.ts";
import type {FigureContext} from "./figureContext.ts";
import {analysisChart} from "./analyses/analysisChart.ts";
import type {FigureData, FigureRow} from "./figureData.ts";
import {figureMarks, unitAfter} from "./figureMarks.ts";
import {axisFormat, formatOf, tooFew} from "./format.ts";
import {heatStep} from "./heatSteps.ts";
import {indexMarks} from "./indexMarks.ts";
import {inTwoWidths} from "./inTwoWidths.ts";
import {heatTable} from "./heatTable.ts";
import {measureTitle} from "./measureTitle.ts";
import {rowsByLabel} from "./rowsByLabel.ts";
import {tableHtml} from "./tableHtml.ts";

/** The picture of a figure as HTML without blank lines: SVG in two widths, panels, or a table. */
export function figureChart(data: FigureData, context: FigureContext, alt: string): string {
  switch (data.spec.chart) {
    case "bars":
      return inTwoWidths(data.spec.id, alt, (drawing) =>
        rankedBars(figureMarks(data, data.rows, context), drawing)
      );
    case "columns":
      return columnsChart(data, context, alt);
    case "heatmap":
      return heatmapChart(data, context, alt);
    case "stacked":
      return stackedChart(data, context, alt);
    case "index":
      return inTwoWidths(data.spec.id, alt, (drawing) =>
        indexBars(figureMarks(data, data.rows, context), drawing)
      );
    case "dots":
      return dotsChart(data, context, alt);
    case "multiples":
      return multiplesChart(data, context, alt);
    case "table":
      return tableHtml(data, context);
    default:
      return analysisChart(data, context, alt);
  }
}

const widePanel: ChartSize = {...panel, width: 340, font: 13};

/** A small chart for each segment: every measure as an index against everyone, on one scale. */
function multiplesChart(data: FigureData, context: FigureContext, alt: string): string {
  const marks = data.rows.map((row) => indexMarks(data, row, context));
  const scaledBy = marks.flat();
  const panels = data.rows.map((row, at) => ({
    title: row.labels[0]!.name,
    says: `${Number.isFinite(row.customers) ? row.customers.toLocaleString("en-US") : tooFew} customers`,
    data: marks[at]!
  }));
  // Two panels stand in a row where three would leave one alone.
  const size = panels.length % 3 === 1 ? widePanel : panel;
  return smallMultiples(panels, {id: data.spec.id, alt, size}, (own, drawing) =>
    indexBars(own, {...drawing, scaledBy})
  );
}

function columnsChart(data: FigureData, context: FigureContext, alt: string): string {
  const tickOf = (measure: number, marks: readonly ChartMark[]) =>
    axisFormat(data.measures[measure]!, context.measures.currency, mostOf(marks));
  const panels = panelsOf(data, context);
  if (!panels) {
    const marks = figureMarks(data, data.rows, context);
    return inTwoWidths(data.spec.id, alt, (drawing) => columns(marks, {...drawing, tick: tickOf(0, marks)}));
  }
  const shared = data.measures.length === 1 ? {most: mostOf(panels.flatMap(({marks}) => marks))} : {};
  const drawn = panels.map(({title, marks}, at) => {
    const options = {id: `${data.spec.id}-panel-${at}`, size: panel, alt: `${title}. ${alt}`, ...shared};
    const measure = data.measures.length === 1 ? 0 : at;
    return `<div class="panel"><p class="panel-title">${escapeHtml(title)}</p>${columns(marks, {...options, tick: tickOf(measure, marks)})}</div>`;
  });
  const even = drawn.length % 3 === 1 ? " panels-even" : ""; // no panel alone in a row of three
  return `<div class="chart panels${even}">${drawn.join("")}</div>`;
}

/** Small multiples: one per measure, or one per label of the first of two dimensions. */
function panelsOf(
  data: FigureData,
  context: FigureContext
): readonly {readonly title: string; readonly marks: readonly ChartMark[]}[] | undefined {
  if (data.measures.length > 1) {
    return data.measures.map((measure, at) => ({
      title: measureTitle(measure),
      marks: figureMarks(data, data.rows, context, {measure: at})
    }));
  }
  if (data.dimensions.length < 2) return undefined;
  return rowsByLabel(data).map((rows) => ({
    title: rows[0]!.labels[0]!.name,
    marks: figureMarks(data, rows, context).map((mark, at) => ({...mark, ...rows[at]!.labels[1]!}))
  }));
}

function heatmapChart(data: FigureData, context: FigureContext, alt: string): string {
  if (data.dimensions[1]?.name !== "hour") return heatTable(data, context);
  const most = Math.max(...data.rows.map(({values}) => values[0]! || 0));
  const step = (row: FigureRow) => heatStep(row.values[0]!, most);
  const rows = rowsByLabel(data).map((cells): HeatmapRow => {
    const marks = figureMarks(data, cells, context, {dimension: 1, tight: true});
    return {
      ...cells[0]!.labels[0]!,
      marks: marks.map((mark, at) => ({...mark, fill: `var(--${step(cells[at]!)})`}))
    };
  });
  const format = formatOf(data.measures[0]!, context.measures.currency);
  const key = heatKey(
    format.label(0),
    `${format.label(most)}${unitAfter(data.measures[0]!)}`,
    data.rows.some(({hidden}) => hidden)
  );
  return `${inTwoWidths(data.spec.id, alt, (drawing) => heatmap(rows, drawing))}
${key}`;
}

function stackedChart(data: FigureData, context: FigureContext, alt: string): string {
  const rows = stackedRows(data, context);
  const key = chartKey(namedParts(rows));
  const drawn = (size: ChartSize) => {
    const drawing = {id: `${data.spec.id}-${size.name}`, size, alt};
    return `${directNames(rows, drawing) ? "" : key}${stackedBars(rows, drawing)}`;
  };
  return `<div class="chart chart-wide">${drawn(wide)}</div>
<div class="chart chart-narrow screen-only">${drawn(narrow)}</div>`;
}

/** The parts that are to be seen in some bar. */
function namedParts(rows: readonly StackedRow[]): readonly ChartMark[] {
  const [first] = rows;
  return (first?.marks ?? []).filter((_, at) => rows.some(({marks}) => (marks[at]?.value ?? 0) > 0));
}

/** One bar per measure, per label of the first of two dimensions, or for a segment and everyone. */
function stackedRows(data: FigureData, context: FigureContext): readonly StackedRow[] {
  if (data.dimensions.length > 1) {
    return rowsByLabel(data).map((rows) => ({
      name: rows[0]!.labels[0]!.name,
      marks: figureMarks(data, rows, context, {dimension: 1, tight: true})
    }));
  }
  const bars = data.measures.map((measure, at) => ({
    name: data.measures.length > 1 ? measureTitle(measure) : (data.spec.of?.label ?? ""),
    marks: figureMarks(data, data.rows, context, {measure: at, tight: true})
  }));
  return data.spec.compared ? [...bars, {name: "All customers", marks: baseMarks(data, context)}] : bars;
}

/** Everyone's values as marks of their own. */
function baseMarks(data: FigureData, context: FigureContext): readonly ChartMark[] {
  const format = formatOf(data.measures[0]!, context.measures.currency);
  return figureMarks(data, data.rows, context).map((mark, at) => {
    const value = data.rows[at]!.bases[0]!;
    return {
      ...mark,
      value,
      label: format.label(value),
      tip: `All customers, ${mark.name}: ${format.exact(value)}`,
      hidden: false
    };
  });
}

function dotsChart(data: FigureData, context: FigureContext, alt: string): string {
  const marks = figureMarks(data, data.rows, context).map((mark) => ({...mark, fill: "var(--accent)"}));
  const key = data.spec.compared
    ? chartKey([
        {name: data.spec.of?.label ?? "Segment", fill: "var(--accent)", hidden: false},
        {name: "All customers", fill: "hollow", hidden: false}
      ])
    : "";
  return `${key}${inTwoWidths(data.spec.id, alt, (drawing) => pairedDots(marks, drawing))}`;
}
