import {parseHTML} from "linkedom";
import {escapeHtml} from "../../../src/charts/escapeText.ts";
import type {Colours} from "./lightColours.ts";
import {inColours} from "./lightColours.ts";
import {pictureParts} from "./pictureParts.ts";
import {textBlock} from "./textBlock.ts";

/** A figure as a picture that stands by itself: number, headline, subtitle, drawing, notes and source. */
export interface Picture {
  /** Of the figure. */
  readonly id: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Something in the picture: SVG in its own coordinates from the top left. */
export interface PicturePart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 32;
/** As wide as the wide drawings. */
const textWidth = 680;
const family = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** Draws a figure of a page as one SVG with its colours in it: it looks the same wherever it is pasted. */
export function figurePicture(figure: string, colours: Colours): Picture {
  const {document} = parseHTML(`<!doctype html><body>${figure}</body>`);
  const root = document.querySelector("figure")!;
  const words = (selector: string) =>
    (root.querySelector(selector)?.textContent ?? "").trim().replace(/\s+/g, " ");
  const number = words(".figure-number");
  const title = words(".figure-title").slice(number.length).trim();
  const soft = "var(--ink-soft)";
  const parts: readonly [PicturePart, gap: number][] = [
    [textBlock(number, {size: 13, width: textWidth, fill: soft}), 4],
    [textBlock(title, {size: 19, width: textWidth, weight: 600}), 4],
    [textBlock(words(".figure-subtitle"), {size: 14, width: textWidth, fill: soft}), 20],
    ...pictureParts(root).map((part): [PicturePart, number] => [part, 16]),
    [textBlock(words(".figure-note"), {size: 12.5, width: textWidth, fill: soft}), 0]
  ];
  const {svg, width, height} = stacked(parts);
  const alt = root.querySelector("svg[aria-label]")?.getAttribute("aria-label") ?? title;
  const [full, high] = [width + 2 * margin, height + 2 * margin];
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full} ${high}" width="${full}" height="${high}" role="img" font-family="${family}" font-size="14" color="var(--ink)" fill="currentColor"><title>${escapeHtml(`${number}. ${title}`)}</title><desc>${escapeHtml(alt)}</desc><rect width="100%" height="100%" fill="var(--paper)"/><g transform="translate(${margin},${margin})">${svg}</g></svg>\n`;
  return {id: root.id, svg: inColours(drawn, colours), width: full, height: high};
}

function stacked(parts: readonly [PicturePart, gap: number][]): PicturePart {
  let height = 0;
  const drawn = parts
    .filter(([part]) => part.height > 0)
    .map(([part, gap]) => {
      const placed = `<g transform="translate(0,${height})">${part.svg}</g>`;
      height += Math.ceil(part.height) + gap;
      return placed;
    });
  return {
    svg: drawn.join(""),
    width: Math.max(textWidth, ...parts.map(([part]) => Math.ceil(part.width))),
    height
  };
}
