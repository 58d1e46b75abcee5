import {axisX, rect, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {Drawing} from "./drawSvg.ts";
import {drawSvg, hatchFill} from "./drawSvg.ts";
import type {HeatmapRow} from "./heatmap.ts";
import {fitText, textWidth} from "./textWidth.ts";

/** Grain: one window of a week, in whole hours of one day. */
export interface ScheduleWindow {
  /** Place of its day among the rows. */
  readonly row: number;
  /** First hour, and the hour it ends before: 9 to 11 is 9:00–10:59. */
  readonly from: number;
  readonly to: number;
  /** Written on the window where it fits, else only its number in a list: `A`, `2`. */
  readonly label: string;
  readonly tip: string;
  readonly fill: string;
  readonly on: string;
}

/**
 * A week of hours with proposed windows: the amounts as a faint heat map (the rows' marks and their fills), the
 * windows as solid bars in it.
 */
export function weekSchedule(
  rows: readonly HeatmapRow[],
  windows: readonly ScheduleWindow[],
  drawing: Drawing
): string {
  const {id, size} = drawing;
  const isWide = size.name === "wide";
  const names = rows.map(({name, short}) => (isWide ? name : short));
  const widest = Math.max(0, ...names.map((name) => textWidth(name, size.font)));
  const left = Math.ceil(Math.min(widest, size.width * 0.3)) + 10;
  const pitch = isWide ? 34 : 28;
  const hours = rows[0]?.marks ?? [];
  const hour = (size.width - left) / Math.max(1, hours.length);
  const cells = rows.flatMap(({marks}, row) =>
    marks.map((mark, column) => ({...mark, from: column, to: column + 1, top: row, bottom: row + 1}))
  );
  const bars = windows.map((window) => ({...window, top: window.row, bottom: window.row + 1}));
  const box = {x1: "from", x2: "to", y1: "top", y2: "bottom"} as const;
  const every = isWide ? 3 : 6;
  return drawSvg(drawing, Math.ceil(pitch * rows.length + size.font + 12), {
    marginLeft: left,
    marginRight: isWide ? 14 : 2,
    marginTop: 2,
    marginBottom: size.font + 10,
    x: {domain: [0, Math.max(1, hours.length)], axis: null},
    y: {domain: [0, Math.max(1, rows.length)], reverse: true, axis: null},
    marks: [
      rect(cells, {
        ...box,
        inset: 0.5,
        fill: ({hidden, fill}: (typeof cells)[number]) => (hidden ? hatchFill(id) : fill),
        ariaLabel: "tip"
      }),
      rect(bars, {
        ...box,
        insetTop: 3,
        insetBottom: 3,
        insetLeft: 0.5,
        insetRight: 0.5,
        rx: 4,
        fill: "fill",
        stroke: colours.paper,
        strokeWidth: 1.5,
        ariaLabel: "tip"
      }),
      text(
        bars.filter(({label, from, to}) => textWidth(label, size.font) + 6 <= (to - from) * hour),
        {
          x: ({from, to}: ScheduleWindow) => (from + to) / 2,
          y: ({row}: ScheduleWindow) => row + 0.5,
          text: "label",
          fill: "on",
          fontWeight: 600,
          pointerEvents: "none"
        }
      ),
      axisX({
        ticks: Array.from({length: Math.floor(hours.length / every) + 1}, (_, at) => at * every),
        tickSize: 0,
        tickPadding: 6,
        label: null,
        tickFormat: String,
        fill: colours.soft
      }),
      text(names, {
        frameAnchor: "left",
        y: (_: string, row: number) => row + 0.5,
        text: (name: string) => fitText(name, size.font, left),
        textAnchor: "end",
        dx: -8,
        fill: colours.ink
      })
    ]
  });
}
