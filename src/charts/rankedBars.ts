import {barX, text, tickX} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg, hatchFill} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {rowFrame} from "./rowFrame.ts";
import {textWidth} from "./textWidth.ts";
import {reachOf, whiskersX} from "./whiskers.ts";

export interface RankedBarsOptions extends Drawing {
  /** The value at the right end; bars that are compared share it. Default: the largest of the marks, bases and intervals. */
  readonly most?: number;
}

/** Horizontal bars from zero in the given order, each with its name and value; a tick marks the base. */
export function rankedBars(marks: readonly ChartMark[], drawing: RankedBarsOptions): string {
  const {size, id} = drawing;
  const frame = rowFrame(
    marks.map(({name}) => name),
    size
  );
  const right = Math.max(40, ...marks.map(({label}) => textWidth(label, size.font))) + 8;
  const rows = marks.map((mark, row) => ({...mark, row, to: mark.hidden ? 0 : mark.value || 0}));
  const farthest = (mark: ChartMark) => Math.max(reachOf(mark).high, mark.base ?? 0);
  const most = drawing.most ?? Math.max(Number.MIN_VALUE, ...marks.map(farthest));
  const pixels = (size.width - (frame.options.marginLeft ?? 0) - right) / most;
  const labelPlace = (mark: ChartMark) => {
    const {high} = reachOf(mark);
    const free = ((mark.base ?? 0) - high) * pixels;
    // between its bar and the base where it fits, else beyond the base: a value never stands at another's tick
    return free < 0 || free >= textWidth(mark.label, size.font) + 14 ? high : farthest(mark);
  };
  const bar = {y: "row", insetTop: frame.insetTop, insetBottom: frame.insetBottom};
  return drawSvg(drawing, frame.height, {
    ...frame.options,
    marginRight: right,
    x: {domain: [0, most], axis: null},
    marks: [
      barX(rows, {...bar, x1: 0, x2: "to", fill: "fill"}),
      barX(
        rows.filter(({hidden}) => hidden),
        {...bar, x1: 0, x2: most * 0.08, fill: hatchFill(id)}
      ),
      tickX(
        rows.filter(({base}) => base !== undefined),
        {
          ...bar,
          x: "base",
          stroke: colours.base,
          strokeWidth: 2,
          insetTop: frame.insetTop - 3,
          insetBottom: frame.insetBottom - 3
        }
      ),
      whiskersX(rows, {ends: [0, most], dy: frame.barOffset}),
      text(rows, {
        x: (mark: ChartMark) => (mark.hidden ? most * 0.08 : Math.min(most, labelPlace(mark))),
        y: "row",
        text: "label",
        textAnchor: "start",
        dx: 6,
        dy: frame.barOffset,
        fill: ({hidden}: ChartMark) => (hidden ? colours.soft : colours.ink),
        fontVariant: "tabular-nums"
      }),
      frame.names(rows),
      frame.hits(rows)
    ]
  });
}
