import {cell, text} from "@observablehq/plot";
import type {Markish, PlotOptions} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartSize} from "./chartSize.ts";
import {fitText, textWidth} from "./textWidth.ts";

/** A row of a chart with horizontal rows. */
interface FrameRow {
  readonly row: number;
  readonly name: string;
  readonly tip: string;
}

/** What charts of horizontal rows share: heights, where the names stand, and the area that answers to a touch. */
export interface RowFrame {
  readonly height: number;
  readonly options: PlotOptions;
  /** Space of the bar within its row. */
  readonly insetTop: number;
  readonly insetBottom: number;
  /** From the middle of the row to the middle of the bar. */
  readonly barOffset: number;
  /** `outside`: how far the chart's frame begins right of the names' column. */
  readonly names: (rows: readonly FrameRow[], outside?: number) => Markish;
  readonly hits: (rows: readonly FrameRow[]) => Markish;
}

/** Shares of the width that names at the left may take: on a phone little, on a page nearly half. */
const mostLeft = {wide: 0.44, narrow: 0.36, panel: 0.36} as const;

/** With more rows than these they stand closer, so that the whole is seen at once. */
const mostOpen = {left: 16, above: 8} as const;

/** Names stand left of the bars, or above them where they would take more than their share of the width. */
export function rowFrame(
  names: readonly string[],
  size: ChartSize,
  wantsAbove: (widest: number) => boolean = (widest) => widest > size.width * mostLeft[size.name]
): RowFrame {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, size.font)));
  const above = wantsAbove(widest);
  const room = above ? size.width - 4 : size.width * mostLeft[size.name];
  const left = above ? 0 : Math.ceil(Math.min(widest, room)) + 10;
  const close = names.length > (above ? mostOpen.above : mostOpen.left);
  const pitch = size.font * (above ? (close ? 2.7 : 3) : close ? 1.5 : 1.9);
  const insetTop = size.font * (above ? 1.35 : close ? 0.2 : 0.25);
  const insetBottom = size.font * (above ? (close ? 0.4 : 0.5) : close ? 0.2 : 0.25); // nearer to its own name than to the next
  const height = Math.ceil(pitch * names.length) + 2;
  const place = above
    ? {frameAnchor: "left", dx: 0, dy: -pitch / 2 + size.font * 0.68, textAnchor: "start"}
    : {frameAnchor: "left", dx: -8, textAnchor: "end"};
  return {
    height,
    insetTop,
    insetBottom,
    barOffset: (insetTop - insetBottom) / 2,
    options: {
      marginTop: 1,
      marginBottom: 1,
      marginLeft: left,
      y: {type: "band", domain: names.map((_, row) => row), axis: null, padding: 0}
    },
    names: (rows, outside = 0) =>
      text(rows, {
        ...place,
        dx: place.dx - outside,
        y: "row",
        text: ({name}: FrameRow) => fitText(name, size.font, room),
        fill: colours.ink,
        ...(above && {stroke: colours.paper, strokeWidth: 4}) // the grid does not run through it
      } as Parameters<typeof text>[1]),
    hits: (rows) =>
      cell(rows, {y: "row", insetLeft: -left - 20, insetRight: -40, fill: "transparent", ariaLabel: "tip"})
  };
}
