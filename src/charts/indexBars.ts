import {axisX, barX, gridX, ruleX, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {rowFrame} from "./rowFrame.ts";
import {textWidth} from "./textWidth.ts";
import {whiskersX} from "./whiskers.ts";

export interface IndexBarsOptions extends Drawing {
  /** Marks of all charts that are compared: they share one scale. Default: these alone. */
  readonly scaledBy?: readonly ChartMark[];
}

/** Bars leave at the widest for a sixteenth or sixteen times everyone; beyond, the number tells. */
const widest = 4;

/**
 * Bars to both sides of 100, the base. The scale is logarithmic, so that half as much and twice as much are equally
 * far from the middle.
 */
export function indexBars(marks: readonly ChartMark[], drawing: IndexBarsOptions): string {
  const {size, scaledBy = marks} = drawing;
  const frame = rowFrame(
    marks.map(({name}) => name),
    size
  );
  const [down, up] = [reach(scaledBy, -1), reach(scaledBy, 1)];
  const ends = [100 / 2 ** down, 100 * 2 ** up] as const;
  const rows = marks.map((mark, row) => {
    const to = within(mark.value, mark.hidden, ends);
    const far = to < 100 ? mark.interval?.low : mark.interval?.high;
    return {...mark, row, to, labelAt: far === undefined ? to : within(far, mark.hidden, ends)};
  });
  const room = Math.max(...marks.map(({label}) => textWidth(label, size.font))) + 8;
  const axisRoom = size.font + 10;
  const marginLeft = (frame.options.marginLeft ?? 0) + room;
  const ticks = axisTicks(down, up, size.width - marginLeft - room, size.font);
  const bar = {y: "row", insetTop: frame.insetTop, insetBottom: frame.insetBottom};
  const fill = ({hidden}: ChartMark) => (hidden ? colours.soft : colours.ink);
  const label = {
    x: "labelAt",
    y: "row",
    text: "label",
    dy: frame.barOffset,
    fontVariant: "tabular-nums",
    fill
  } as const;
  return drawSvg(drawing, frame.height + axisRoom, {
    ...frame.options,
    marginTop: axisRoom,
    marginLeft,
    marginRight: room,
    x: {type: "log", base: 2, domain: ends, axis: null},
    marks: [
      gridX(ticks, {stroke: colours.rule, strokeOpacity: 1}),
      axisX(ticks, {
        anchor: "top",
        tickSize: 0,
        tickPadding: 4,
        label: null,
        tickFormat: String,
        fill: colours.soft
      }),
      barX(rows, {...bar, x1: 100, x2: "to", fill: "fill"}),
      whiskersX(rows, {ends, dy: frame.barOffset}),
      ruleX([100], {stroke: colours.base, strokeWidth: 1.5}),
      text(
        rows.filter(({to}) => to >= 100),
        {...label, textAnchor: "start", dx: 5}
      ),
      text(
        rows.filter(({to}) => to < 100),
        {...label, textAnchor: "end", dx: -5}
      ),
      frame.names(rows, room),
      frame.hits(rows)
    ]
  });
}

/** How often the farthest mark on one side doubles (1) or halves (-1) from 100: at least once. */
function reach(marks: readonly ChartMark[], side: 1 | -1): number {
  const doublings = marks
    .flatMap(({value, interval}) => [value, interval?.low ?? value, interval?.high ?? value])
    .map((value) => side * Math.log2(value / 100))
    .filter((times) => !Number.isNaN(times));
  return Math.min(widest, Math.max(1, ...doublings));
}

function within(value: number, hidden: boolean, [least, most]: readonly [number, number]): number {
  return hidden || Number.isNaN(value) ? 100 : Math.min(most, Math.max(least, value));
}

/** 100 and its doublings and halvings; only every second or third where their numbers would touch. */
function axisTicks(down: number, up: number, pixels: number, font: number): number[] {
  const doubling = pixels / (down + up);
  const every = Math.max(1, Math.ceil((textWidth("6.25", font) + font) / doubling));
  const steps = (times: number): number[] =>
    Array.from({length: Math.floor(times / every)}, (_, step) => 2 ** ((step + 1) * every));
  return [...steps(down).map((step) => 100 / step), 100, ...steps(up).map((step) => 100 * step)];
}
