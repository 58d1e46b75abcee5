import {axisX, axisY, barY, cell, gridY, line, ruleY, text, tickY} from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg, hatchFill} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {textWidth} from "./textWidth.ts";
import {reachOf, whiskersY} from "./whiskers.ts";

export interface ColumnsOptions extends Drawing {
  /** Writes the ticks of the value axis. */
  readonly tick: (value: number) => string;
  /** The value at the top; panels that are compared share it. Default: the largest of the marks and their bases. */
  readonly most?: number;
}

/** Fewer than this are each labelled, and need neither axis nor grid. */
const labelledUpTo = 9;

/** Vertical bars from zero along an ordered dimension; a tick or a line marks the base. */
export function columns(marks: readonly ChartMark[], options: ColumnsOptions): string {
  const {size, id, tick} = options;
  const rows = marks.map((mark, column) => ({...mark, column, to: mark.hidden ? 0 : mark.value || 0}));
  const most = options.most ?? mostOf(marks);
  const few = marks.length <= labelledUpTo && size.name !== "panel";
  const ticks = [0, most / 2, most].map((value) => tick(niceTick(value)));
  const left = few ? 2 : Math.ceil(Math.max(...ticks.map((words) => textWidth(words, size.font)))) + 8;
  const every = tickEvery(marks, (size.width - left) / Math.max(1, marks.length), size.font);
  const height = size.name === "wide" ? 280 : size.name === "narrow" ? 220 : 150;
  return drawSvg(options, height, {
    marginLeft: left,
    marginRight: 2,
    marginTop: size.font + 8,
    marginBottom: size.font + 10,
    x: {type: "band", domain: rows.map(({column}) => column), padding: marks.length > 12 ? 0.15 : 0.28},
    y: {domain: [0, most], axis: null},
    marks: [
      few ? null : gridY({ticks: 3, stroke: colours.rule, strokeOpacity: 1}),
      few
        ? null
        : axisY({ticks: 3, tickSize: 0, tickPadding: 6, tickFormat: tick, label: null, fill: colours.soft}),
      barY(rows, {x: "column", y1: 0, y2: "to", fill: "fill"}),
      barY(
        rows.filter(({hidden}) => hidden),
        {x: "column", y1: 0, y2: most * 0.06, fill: hatchFill(id)}
      ),
      baseMark(rows),
      whiskersY(rows, [0, most]),
      ruleY([0], {stroke: colours.soft}),
      text(
        rows.filter(({labelled, hidden}) => few || (labelled && !hidden)),
        {
          x: "column",
          y: (mark: ChartMark) => Math.max(mark.hidden ? most * 0.06 : reachOf(mark).high, mark.base ?? 0),
          text: "label",
          dy: -size.font * 0.7,
          fill: ({hidden}: ChartMark) => (hidden ? colours.soft : colours.ink),
          fontVariant: "tabular-nums"
        }
      ),
      axisX({
        tickSize: 0,
        tickPadding: 6,
        label: null,
        ticks: rows.filter(({column}) => column % every === 0).map(({column}) => column),
        tickFormat: (column: number) => marks[column]?.short ?? "",
        fill: colours.soft
      }),
      cell(rows, {
        x: "column",
        insetTop: -size.font - 6,
        insetBottom: -size.font - 8,
        fill: "transparent",
        ariaLabel: "tip"
      })
    ]
  });
}

/** A tick over each of a few columns; one line over many, where ticks would be a crowd. */
function baseMark(rows: readonly (ChartMark & {readonly column: number})[]): Markish {
  const compared = rows.filter(({base}) => base !== undefined);
  const place = {x: "column", y: "base", stroke: colours.base};
  if (rows.length <= labelledUpTo) return tickY(compared, {...place, strokeWidth: 2});
  return line(compared, {...place, strokeWidth: 1.5, curve: "monotone-x"});
}

/** The largest value, end of an interval or base among marks; never zero, so that a chart of nothing still has a scale. */
export function mostOf(marks: readonly ChartMark[]): number {
  return Math.max(Number.MIN_VALUE, ...marks.flatMap((mark) => [reachOf(mark).high, mark.base || 0]));
}

/** The step at which names stand without touching: 1, 2, 3, 6 or 12 columns. */
function tickEvery(marks: readonly ChartMark[], pitch: number, font: number): number {
  const widest = Math.max(0, ...marks.map(({short}) => textWidth(short, font))) + font * 0.6;
  return [1, 2, 3, 6, 12].find((step) => step * pitch >= widest) ?? 24;
}

/** Room for the axis is measured with two significant digits, as the ticks will have. */
function niceTick(value: number): number {
  return Number(value.toPrecision(2));
}
