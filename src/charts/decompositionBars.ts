import {barX, ruleX, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {rowFrame} from "./rowFrame.ts";
import {textWidth} from "./textWidth.ts";
import {wrappedLines} from "./wrappedLines.ts";

/** Grain: one whole that is a product of factors, such as a department's items: buyers × orders × items. */
export interface DecompositionRow {
  readonly name: string;
  /** One mark per factor in the same order in every row; `value` is an index, 100 the average. */
  readonly factors: readonly ChartMark[];
}

/** Beyond an eighth or eight times the average the number tells. */
const widest = 3;

/**
 * Why something is small or large: for each row the factors it is the product of, side by side, each as a bar to the
 * left or right of 100 on one shared logarithmic scale, so that the lengths of a row add up to its total.
 */
export function decompositionBars(
  titles: readonly string[],
  rows: readonly DecompositionRow[],
  drawing: Drawing
): string {
  const {size} = drawing;
  const frame = rowFrame(
    rows.map(({name}) => name),
    size,
    size.name === "wide" ? undefined : () => true // several bars in a row need the whole width
  );
  const marginLeft = frame.options.marginLeft ?? 0;
  const pitch = (size.width - marginLeft) / Math.max(1, titles.length);
  const label = Math.max(
    0,
    ...rows.flatMap(({factors}) => factors.map((mark) => textWidth(mark.label, size.font)))
  );
  const reach = Math.max(
    0.5,
    ...rows.flatMap(({factors}) => factors.map((mark) => Math.abs(doublings(mark))))
  );
  const room = Math.max(6, (pitch - 2 * label - 22) / 2);
  const middle = (factor: number) => pitch * (factor + 0.5);
  const marks = rows.flatMap(({factors}, row) =>
    factors.map((mark, factor) => {
      const to = middle(factor) + (doublings(mark) / reach) * room;
      return {...mark, row, from: Math.min(middle(factor), to), to: Math.max(middle(factor), to), factor};
    })
  );
  const heads = titles.map((title) => wrappedLines(title, size.font, pitch - 6));
  const headRoom = size.font * (0.6 + 1.2 * Math.max(0, ...heads.map(({length}) => length))) + 4;
  const place = {y: "row", dy: frame.barOffset, text: "label", fontVariant: "tabular-nums"} as const;
  const isUp = (mark: ChartMark) => mark.hidden || !(doublings(mark) < 0);
  const fill = ({hidden}: ChartMark) => (hidden ? colours.soft : colours.ink);
  const bar = {y: "row", insetTop: frame.insetTop, insetBottom: frame.insetBottom};
  return drawSvg(drawing, frame.height + headRoom, {
    ...frame.options,
    marginTop: headRoom,
    marginRight: 0,
    x: {domain: [0, pitch * Math.max(1, titles.length)], axis: null},
    marks: [
      ruleX(
        titles.map((_, factor) => middle(factor)),
        {stroke: colours.rule}
      ),
      barX(marks, {...bar, x1: "from", x2: "to", fill: "fill"}),
      text(marks.filter(isUp), {...place, x: "to", dx: 5, textAnchor: "start", fill}),
      text(
        marks.filter((mark) => !isUp(mark)),
        {...place, x: "from", dx: -5, textAnchor: "end", fill}
      ),
      ...heads.map((lines, factor) => head(lines, middle(factor))),
      frame.names(rows.map(({name}, row) => ({name, row, tip: ""}))),
      hits(marks, pitch)
    ]
  });
}
type Placed = ChartMark & {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly factor: number;
};

function hits(marks: readonly Placed[], pitch: number) {
  return barX(marks, {
    y: "row",
    x1: ({factor}: Placed) => factor * pitch,
    x2: ({factor}: Placed) => (factor + 1) * pitch,
    fill: "transparent",
    ariaLabel: "tip"
  });
}

function head(lines: readonly string[], x: number) {
  return text([lines.join("\n")], {
    x: () => x,
    frameAnchor: "top",
    lineAnchor: "bottom",
    dy: -6,
    fill: colours.soft
  });
}

/** How often a value doubles (or halves) from 100. */
function doublings({value, hidden}: ChartMark): number {
  const times = Math.log2(value / 100);
  return hidden || Number.isNaN(times) ? 0 : Math.min(widest, Math.max(-widest, times));
}
