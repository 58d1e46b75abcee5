import {link} from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark, Interval} from "./chartMark.ts";

/** A mark whose interval is known and may be shown. */
type Uncertain<Mark extends ChartMark> = Mark & {readonly interval: Interval};

function withInterval<Mark extends ChartMark>(marks: readonly Mark[]): readonly Uncertain<Mark>[] {
  return marks.filter(
    (mark): mark is Uncertain<Mark> =>
      !mark.hidden && Number.isFinite(mark.interval?.low) && Number.isFinite(mark.interval?.high)
  );
}

/** The ends of a mark's interval, or its value where it has none; for the scale and the place of its label. */
export function reachOf({interval, value, hidden}: ChartMark): Interval {
  const known = hidden || Number.isNaN(value) ? 0 : value;
  const isKnown = !hidden && interval && Number.isFinite(interval.low) && Number.isFinite(interval.high);
  return isKnown ? interval : {low: known, high: known};
}

interface WhiskerPlace {
  /** Ends of the scale; a line is cut there. */
  readonly ends: readonly [number, number];
  /** From the middle of the row to the middle of its bar. */
  readonly dy?: number;
}

/** Thin lines over the intervals of marks in rows, on a ground of paper so that they are seen on any bar. */
export function whiskersX(
  marks: readonly (ChartMark & {readonly row: number})[],
  {ends: [least, most], dy = 0}: WhiskerPlace
): Markish {
  const at = (value: number) => Math.min(most, Math.max(least, value));
  const lines = withInterval(marks).map(({row, interval}) => ({
    row,
    from: at(interval.low),
    to: at(interval.high)
  }));
  if (lines.length === 0) return null;
  const place = {x1: "from", x2: "to", y1: "row", y2: "row", dy, strokeLinecap: "butt"} as const;
  return [
    link(lines, {...place, stroke: colours.paper, strokeWidth: 4, strokeOpacity: 0.75}),
    link(lines, {...place, stroke: colours.ink, strokeWidth: 1.5})
  ];
}

/** The same for columns; among many they are hairlines, so that the columns stay what is seen. */
export function whiskersY(
  marks: readonly (ChartMark & {readonly column: number})[],
  [least, most]: readonly [number, number]
): Markish {
  const isMany = marks.length > 12;
  const at = (value: number) => Math.min(most, Math.max(least, value));
  const lines = withInterval(marks).map(({column, interval}) => ({
    column,
    from: at(interval.low),
    to: at(interval.high)
  }));
  if (lines.length === 0) return null;
  const place = {x1: "column", x2: "column", y1: "from", y2: "to", strokeLinecap: "butt"} as const;
  return [
    link(lines, {...place, stroke: colours.paper, strokeWidth: isMany ? 2 : 4, strokeOpacity: 0.75}),
    link(lines, {...place, stroke: colours.ink, strokeWidth: isMany ? 0.75 : 1.5})
  ];
}
