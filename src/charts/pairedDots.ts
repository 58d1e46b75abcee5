import {dot, link, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {rowFrame} from "./rowFrame.ts";
import {textWidth} from "./textWidth.ts";
import {reachOf, whiskersX} from "./whiskers.ts";

/** A filled dot for the value and a hollow one for the base on one scale from zero, joined by a line. */
export function pairedDots(marks: readonly ChartMark[], drawing: Drawing): string {
  const {size} = drawing;
  const frame = rowFrame(
    marks.map(({name}) => name),
    size
  );
  const rows = marks.map((mark, row) => ({...mark, row, to: mark.hidden ? 0 : mark.value || 0}));
  const most = Math.max(
    Number.MIN_VALUE,
    ...rows.map((mark) => Math.max(reachOf(mark).high, mark.base ?? 0))
  );
  const compared = rows.filter(({base, hidden}) => base !== undefined && !hidden);
  const shown = rows.filter(({hidden}) => !hidden);
  const place = {y: "row", dy: frame.barOffset};
  return drawSvg(drawing, frame.height, {
    ...frame.options,
    marginRight: Math.max(40, ...marks.map(({label}) => textWidth(label, size.font))) + 16,
    marginLeft: (frame.options.marginLeft ?? 0) + 8,
    x: {domain: [0, most], axis: null},
    marks: [
      link(shown, {...place, x1: 0, x2: most, y1: "row", y2: "row", stroke: colours.rule, strokeWidth: 1}),
      link(compared, {
        ...place,
        x1: "base",
        x2: "to",
        y1: "row",
        y2: "row",
        stroke: colours.mark,
        strokeWidth: 2
      }),
      whiskersX(rows, {ends: [0, most], dy: frame.barOffset}),
      dot(compared, {...place, x: "base", r: 5, fill: colours.paper, stroke: colours.base, strokeWidth: 1.5}),
      dot(shown, {...place, x: "to", r: 5.5, fill: "fill"}),
      text(rows, {
        ...place,
        x: (mark: ChartMark) => (mark.hidden ? 0 : Math.max(reachOf(mark).high, mark.base ?? 0)),
        text: "label",
        textAnchor: "start",
        dx: 10,
        fill: ({hidden}: ChartMark) => (hidden ? colours.soft : colours.ink),
        fontVariant: "tabular-nums"
      }),
      frame.names(rows, 8),
      frame.hits(rows)
    ]
  });
}
