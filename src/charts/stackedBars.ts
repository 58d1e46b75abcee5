import {barX, text} from "@observablehq/plot";
import {colours} from "./chartColours.ts";
import type {ChartMark} from "./chartMark.ts";
import {drawSvg, hatchFill} from "./drawSvg.ts";
import type {Drawing} from "./drawSvg.ts";
import {fitText, textWidth} from "./textWidth.ts";

/** Grain: one bar, a whole of which its marks are the parts (values are shares, 0 to 1). */
export interface StackedRow {
  readonly name: string;
  readonly marks: readonly ChartMark[];
}

/** A hidden rest thinner than this is no stripe that could be seen. */
const leastShown = 0.002;

interface Part extends ChartMark {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Part to whole: bars of full width, one below the other; what the gate hides is the hatched rest. */
export function stackedBars(rows: readonly StackedRow[], drawing: Drawing): string {
  const {id, size} = drawing;
  const left = nameColumn(rows, drawing);
  const above = left === 0 && rows.some(({name}) => name !== "");
  const names = directNames(rows, drawing);
  const top = names ? size.font * 1.6 : 2;
  const inset = above ? size.font * 1.6 : 3;
  const pitch = (rows.length > 8 ? 26 : size.name === "wide" ? 38 : 32) + (above ? inset : 0);
  const parts = rows.flatMap(({marks}, row) => partsOf(marks, row));
  const place = {y: "row", x1: "from", x2: "to", insetTop: inset, insetBottom: 3, insetRight: 1};
  const middle = {y: "row", x: ({from, to}: Part) => (from + to) / 2, dy: (inset - 3) / 2};
  return drawSvg(drawing, Math.ceil(pitch * rows.length + top), {
    marginLeft: left,
    marginRight: 0,
    marginTop: top,
    marginBottom: 0,
    x: {domain: [0, 1], axis: null},
    y: {type: "band", domain: rows.map((_, row) => row), padding: 0, axis: null},
    marks: [
      barX(parts, {
        ...place,
        fill: ({hidden, fill}: Part) => (hidden ? hatchFill(id) : fill),
        ariaLabel: "tip"
      }),
      text(
        parts.filter((part) => fits(part.label, part, drawing, left)),
        {
          ...middle,
          text: "label",
          fill: ({hidden, on}: Part) => (hidden ? colours.ink : on),
          fontVariant: "tabular-nums",
          pointerEvents: "none"
        }
      ),
      text(names ? parts.filter(({row, hidden}) => row === 0 && !hidden) : [], {
        ...middle,
        dy: -pitch / 2 - size.font * 0.5,
        text: "name",
        fill: colours.ink
      }),
      text(rows, {
        frameAnchor: "left",
        y: (_: StackedRow, row: number) => row,
        text: ({name}: StackedRow) => fitText(name, size.font, above ? size.width : left),
        textAnchor: above ? "start" : "end",
        dx: above ? 0 : -10,
        dy: above ? -pitch / 2 + size.font * 0.9 : 0,
        fill: colours.ink
      })
    ]
  });
}

/** True when each part's name stands over its part of the first bar, so that no key is needed. */
export function directNames(rows: readonly StackedRow[], drawing: Drawing): boolean {
  const left = nameColumn(rows, drawing);
  if (left === 0 && rows.some(({name}) => name !== "")) return false;
  const first = partsOf(rows[0]?.marks ?? [], 0);
  const named = new Set(first.map(({name}) => name));
  const isWhole = rows.every((row, at) => partsOf(row.marks, at).every(({name}) => named.has(name)));
  return isWhole && first.every((part) => !part.hidden && fits(part.name, part, drawing, left));
}

/** Room for the bars' names at their left; 0 when they stand above. */
function nameColumn(rows: readonly StackedRow[], {size}: Drawing): number {
  const widest = Math.max(0, ...rows.map(({name}) => textWidth(name, size.font)));
  return size.name === "wide" && widest > 0 ? Math.ceil(Math.min(widest, size.width * 0.32)) + 12 : 0;
}

function partsOf(marks: readonly ChartMark[], row: number): Part[] {
  let from = 0;
  const parts: Part[] = [];
  for (const mark of marks.filter(({hidden, value}) => !hidden && value > 0)) {
    parts.push({...mark, row, from, to: from + mark.value});
    from += mark.value;
  }
  const hidden = marks.find((mark) => mark.hidden);
  return hidden && from < 1 - leastShown ? [...parts, {...hidden, row, from, to: 1}] : parts;
}

function fits(words: string, {from, to}: Part, {size}: Drawing, left: number): boolean {
  return textWidth(words, size.font) + 6 < (to - from) * (size.width - left);
}
