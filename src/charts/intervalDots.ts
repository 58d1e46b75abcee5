import {axisX, dot, gridX, rect, ruleX, text} from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark, Interval} from "./chartMark.ts";
import type {Drawing} from "./drawSvg.ts";
import {drawSvg} from "./drawSvg.ts";
import {rowFrame} from "./rowFrame.ts";
import {scaleTicks} from "./scaleTicks.ts";
import {textWidth} from "./textWidth.ts";
import {reachOf, whiskersX} from "./whiskers.ts";

export interface IntervalDotsOptions extends Drawing {
  /** Where there is no difference: 100 for an index, 1 for a lift, 0 for a difference. */
  readonly reference: number;
  /** Differences that do not matter: a band around the reference. */
  readonly matters?: Interval;
  /** Ratios stand on a logarithmic scale. */
  readonly scale: "linear" | "log";
  /** Writes the ticks of the axis. */
  readonly tick: (value: number) => string;
}

interface Row extends ChartMark {
  readonly row: number;
  readonly at: number;
}

/**
 * Differences with their certainty: a dot for the value, a line for its interval, one row each, against a reference
 * and the band of differences that do not matter. A filled dot is a difference; a ring is none, or can't be told.
 */
export function intervalDots(marks: readonly ChartMark[], options: IntervalDotsOptions): string {
  const {size, reference, matters, scale, tick} = options;
  const frame = rowFrame(
    marks.map(({name}) => name),
    size
  );
  const ends = scaleEnds(marks, options);
  const labelRoom = Math.max(0, ...marks.map(({label}) => textWidth(label, size.font))) + 14;
  const axisRoom = size.font + 10;
  const marginLeft = (frame.options.marginLeft ?? 0) + 8;
  const ticks = scaleTicks(
    ends,
    scale,
    Math.floor((size.width - marginLeft - labelRoom) / (size.font * 4.5))
  );
  const rows = marks.map((mark, row): Row => ({...mark, row, at: within(mark, ends, reference)}));
  return drawSvg(options, frame.height + axisRoom, {
    ...frame.options,
    marginTop: axisRoom,
    marginLeft,
    marginRight: labelRoom,
    x: {type: scale, domain: ends, axis: null},
    marks: [
      matters ? band(matters, ends) : null,
      gridX(ticks, {stroke: colours.rule, strokeOpacity: 1}),
      axisX(ticks, {
        anchor: "top",
        tickSize: 0,
        tickPadding: 4,
        label: null,
        text: tick, // not tickFormat: a logarithmic scale would leave some ticks without words
        fill: colours.soft
      }),
      ruleX([reference], {stroke: colours.base, strokeWidth: 1.5}),
      whiskersX(rows, {ends, dy: frame.barOffset}),
      dots(rows, frame.barOffset),
      text(rows, {
        y: "row",
        frameAnchor: "right",
        textAnchor: "end",
        text: "label",
        dx: labelRoom,
        dy: frame.barOffset,
        fontVariant: "tabular-nums",
        fill: ({hidden}: ChartMark) => (hidden ? colours.soft : colours.ink)
      }),
      frame.names(rows, 8),
      frame.hits(rows)
    ]
  });
}

function band({low, high}: Interval, [least, most]: readonly [number, number]): Markish {
  const [from, to] = [Math.max(least, low), Math.min(most, high)];
  return from < to ? rect([{from, to}], {x1: "from", x2: "to", fill: colours.tooFew}) : null;
}

function dots(rows: readonly Row[], dy: number): Markish {
  const shown = rows.filter(({hidden, value}) => !hidden && Number.isFinite(value));
  const isFilled = ({verdict = "difference"}: ChartMark) => verdict === "difference";
  return [
    dot(shown.filter(isFilled), {x: "at", y: "row", dy, r: 5, fill: "fill"}),
    dot(
      shown.filter((mark) => !isFilled(mark)),
      {x: "at", y: "row", dy, r: 4.5, fill: colours.paper, stroke: colours.soft, strokeWidth: 1.5}
    )
  ];
}

/** All values, intervals, the reference and the band, with a little room. */
function scaleEnds(
  marks: readonly ChartMark[],
  {reference, matters, scale}: IntervalDotsOptions
): readonly [number, number] {
  const known = marks
    .filter(({hidden}) => !hidden)
    .flatMap((mark) => [mark.value, reachOf(mark).low, reachOf(mark).high])
    .concat([reference], matters ? [matters.low, matters.high] : [])
    .filter((value) => Number.isFinite(value) && (scale === "linear" || value > 0));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (scale === "log") {
    const room = least === most ? 1.25 : (most / least) ** 0.04;
    return [Math.max(reference / farthest, least / room), Math.min(reference * farthest, most * room)];
  }
  const room = least === most ? Math.abs(reference) * 0.1 || 1 : (most - least) * 0.04;
  return [least - room, most + room];
}

/** Beyond sixteen times the reference the number tells, not the picture. */
const farthest = 16;

function within({value, hidden}: ChartMark, [least, most]: readonly [number, number], or: number): number {
  return hidden || Number.isNaN(value) ? or : Math.min(most, Math.max(least, value));
}
