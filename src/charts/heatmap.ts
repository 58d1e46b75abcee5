import {axisX, cell, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg, hatchFill} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {fitText, textWidth} from "./textWidth.ts";

/** Grain: one row of cells. */
export interface HeatmapRow {
  readonly name: string;
  readonly short: string;
  /** One mark per column, in the same order in every row; `fill` is a step of the heat scale. */
  readonly marks: readonly ChartMark[];
}

/** Cells coloured by amount: rows down, an ordered dimension along, as in a week of hours. */
export function heatmap(rows: readonly HeatmapRow[], drawing: Drawing): string {
  const {id, size} = drawing;
  const columns = rows[0]?.marks ?? [];
  const names = rows.map(({name, short}) => (size.name === "wide" ? name : short));
  const widest = Math.max(0, ...names.map((name) => textWidth(name, size.font)));
  const above = size.name !== "wide" && widest > size.width * 0.3;
  const left = above ? 0 : Math.ceil(Math.min(widest, size.width * 0.3)) + 10;
  const inset = above ? size.font * 1.4 : 0;
  const pitch = (size.name === "wide" ? 30 : 24) + inset;
  const every = size.name === "wide" ? 2 : 6;
  const cells = rows.flatMap(({marks}, row) => marks.map((mark, column) => ({...mark, row, column})));
  const place = {x: "column", y: "row", inset: 0.5, insetTop: inset + 0.5};
  return drawSvg(drawing, Math.ceil(pitch * rows.length + size.font + 12), {
    marginLeft: left,
    marginRight: 0,
    marginTop: 2,
    marginBottom: size.font + 10,
    x: {type: "band", domain: columns.map((_, column) => column), padding: 0, axis: null},
    y: {type: "band", domain: rows.map((_, row) => row), padding: 0, axis: null},
    marks: [
      cell(cells, {
        ...place,
        fill: ({hidden, fill}: ChartMark) => (hidden ? hatchFill(id) : fill),
        ariaLabel: "tip"
      }),
      axisX({
        tickSize: 0,
        tickPadding: 6,
        label: null,
        ticks: columns.map((_, column) => column).filter((column) => column % every === 0),
        tickFormat: (column: number) => columns[column]?.short ?? "",
        fill: colours.soft
      }),
      text(names, {
        frameAnchor: "left",
        y: (_: string, row: number) => row,
        text: (name: string) => fitText(name, size.font, above ? size.width : left),
        textAnchor: above ? "start" : "end",
        dx: above ? 0 : -8,
        dy: above ? -pitch / 2 + size.font * 0.8 : 0,
        fill: colours.ink
      })
    ]
  });
}
