import {cell, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg, hatchFill} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {fitText, textWidth} from "./textWidth.ts";

/** Grain: one pair of different attributes, departments or products. */
export interface PairMark extends ChartMark {
  /** Places of the two among the names; the order does not matter. */
  readonly pair: readonly [number, number];
  /** The size in words, under the number where there is room: `strong`. */
  readonly says?: string;
}

interface Cell extends PairMark {
  readonly row: number;
  readonly column: number;
}

/**
 * Pairs as the lower triangle of a matrix: each name stands once, on the diagonal, at the end of its row and above its
 * column. Cells are coloured by the caller: sequential for effect sizes, diverging for lift.
 */
export function triangleMatrix(
  names: readonly string[],
  pairs: readonly PairMark[],
  drawing: Drawing
): string {
  const {id, size} = drawing;
  const {width, height} = cellSize(names, size);
  const cells = pairs.map(
    (mark): Cell => ({...mark, row: Math.max(...mark.pair), column: Math.min(...mark.pair)})
  );
  const drawn = names.map((_, at) => at);
  const labelled = cells.filter(({label}) => textWidth(label, size.font) + 4 <= width);
  const says = labelled.filter((mark) => hasWord(mark, width, height, size.font));
  const place = {x: "column", y: "row", pointerEvents: "none"} as const;
  const ink = ({hidden, on}: ChartMark) => (hidden ? colours.ink : on);
  const numbers = (marks: readonly Cell[], dy: number) =>
    text(marks, {...place, text: "label", dy, fill: ink, fontVariant: "tabular-nums"});
  return drawSvg(drawing, Math.ceil(height * names.length) + 2, {
    marginLeft: 0,
    marginRight: Math.max(0, size.width - width * names.length),
    marginTop: 1,
    marginBottom: 1,
    x: {type: "band", domain: drawn, padding: 0, axis: null},
    y: {type: "band", domain: drawn, padding: 0, axis: null},
    marks: [
      cell(cells, {
        x: "column",
        y: "row",
        inset: 0.75,
        fill: ({hidden, fill}: Cell) => (hidden ? hatchFill(id) : fill),
        ariaLabel: "tip"
      }),
      numbers(
        labelled.filter((mark) => !says.includes(mark)),
        0
      ),
      numbers(says, -size.font * 0.5),
      text(says, {...place, text: "says", dy: size.font * 0.6, fill: ink, fontSize: size.font - 2}),
      text(names, {
        x: (_: string, at: number) => at,
        y: (_: string, at: number) => at,
        text: (name: string, at: number) => fitText(name, size.font, size.width - width * at - 8),
        textAnchor: "start",
        dx: -width / 2 + 7,
        fill: colours.ink
      } as unknown as Parameters<typeof text>[1])
    ]
  });
}

/** As wide as the room left of the last name allows. */
function cellSize(names: readonly string[], {name, width: whole, font}: Drawing["size"]) {
  const widest = Math.max(0, ...names.map((each) => textWidth(each, font)));
  const last = Math.min(widest + 10, whole * (name === "wide" ? 0.22 : 0.3));
  const width = Math.min(name === "wide" ? 88 : 60, (whole - last) / Math.max(1, names.length - 1));
  return {width, height: Math.max(font * 1.7, Math.min(width * 0.6, font * 3.2))};
}

function hasWord({says, hidden}: PairMark, width: number, height: number, font: number): boolean {
  return says !== undefined && !hidden && height >= font * 2.4 && textWidth(says, font - 2) + 4 <= width;
}
