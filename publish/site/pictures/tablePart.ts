import {escapeHtml} from "../../../src/charts/escapeText.ts";
import {textWidth} from "../../../src/charts/textWidth.ts";
import type {PicturePart} from "./figurePicture.ts";
import {brokenLines} from "./textBlock.ts";

const size = 13.5;
const leading = 19;
const gap = 24;
const whole = 680;
/** Heads of columns are broken to about this width. */
const headWidth = 96;
const firstWidth = 260;

interface Cell {
  readonly lines: readonly string[];
  readonly isNumber: boolean;
  /** `heat-3`, `below-1`: the name of its ground and of the text on it. */
  readonly ground: string | undefined;
}

/** A table as a picture: heads, rules between rows, numbers right-aligned, grounds of heat tables. */
export function tablePart(table: Element): PicturePart {
  const rows = [...table.querySelectorAll("tr")].map((row) => ({
    isHead: row.closest("thead") !== null,
    isTotal: row.classList.contains("total"),
    cells: [...row.children].map((cell, at) => cellOf(cell, at, row.closest("thead") !== null))
  }));
  const natural = (rows[0]?.cells ?? []).map((_, at) =>
    Math.max(...rows.map(({cells}) => Math.max(0, ...(cells[at]?.lines ?? []).map(measured))))
  );
  const spare = whole - natural.reduce((sum, width) => sum + width + gap, -gap);
  const widths = natural.map((width) => width + Math.max(0, spare) / Math.max(1, natural.length));
  const ends = widths.map((_, at) => widths.slice(0, at + 1).reduce((sum, width) => sum + width + gap, -gap));
  let y = 0;
  const drawn = rows.map(({isHead, isTotal, cells}) => {
    const height = Math.max(1, ...cells.map(({lines}) => lines.length)) * leading + 9;
    const row = cells
      .map((cell, at) => cellSvg(cell, {from: ends[at]! - widths[at]!, to: ends[at]!, height, isHead}))
      .join("");
    const rule = `<path d="M0,${height}H${ends.at(-1)}" stroke="var(--${isHead ? "ink-soft" : "rule"})"/>`;
    const style = isHead || isTotal ? ' font-weight="600"' : "";
    const placed = `<g transform="translate(0,${y})"${style}>${row}${rule}</g>`;
    y += height;
    return placed;
  });
  return {svg: `<g font-size="${size}">${drawn.join("")}</g>`, width: ends.at(-1) ?? 0, height: y};
}

const measured = (line: string): number => textWidth(line, size * 1.04);

function cellOf(cell: Element, at: number, isHead: boolean): Cell {
  const limit = at === 0 ? firstWidth : isHead ? headWidth : 200;
  return {
    lines: linesOf(cell).flatMap((words) => brokenLines(words, size, limit)),
    isNumber: cell.classList.contains("number") || (at > 0 && cell.closest(".heat-table") !== null),
    ground: [...cell.classList].find((name) => /^(heat|below|above)-\d$/.test(name))
  };
}

/** An interval or a list of segments stands under its value, in a line of its own. */
function linesOf(cell: Element): string[] {
  const below = [...cell.querySelectorAll(".below")].map(wordsOf);
  const all = wordsOf(cell);
  const length = below.reduce((sum, {length}) => sum + length, 0);
  return [all.slice(0, all.length - length).trim(), ...below];
}

function wordsOf(part: Element): string {
  return (part.textContent ?? "").trim().replace(/\s+/g, " ");
}

function cellSvg(
  {lines, isNumber, ground}: Cell,
  {
    from,
    to,
    height,
    isHead
  }: {readonly from: number; readonly to: number; readonly height: number; readonly isHead: boolean}
): string {
  const x = isNumber ? to - (ground ? gap / 2 : 0) : from;
  const top = isHead ? height - 9 - lines.length * leading : 0;
  const fill = ground ? `var(--on-${ground})` : isHead ? "var(--ink-soft)" : "currentColor";
  const box = ground
    ? `<rect x="${from - gap / 2}" width="${to - from + gap}" height="${height}" fill="var(--${ground})" stroke="var(--paper)"/>`
    : "";
  const spans = lines.map(
    (line, at) => `<tspan x="${x}" y="${top + at * leading + leading - 1}">${escapeHtml(line)}</tspan>`
  );
  return `${box}<text fill="${fill}" text-anchor="${isNumber ? "end" : "start"}">${spans.join("")}</text>`;
}
