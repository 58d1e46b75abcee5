import {escapeHtml} from "../../../src/charts/escapeText.ts";
import {textWidth} from "../../../src/charts/textWidth.ts";
import type {PicturePart} from "./figurePicture.ts";

interface TextStyle {
  /** Pixels. */
  readonly size: number;
  readonly width: number;
  readonly weight?: number;
  readonly fill?: string;
}

/** Words in lines that fit. */
export function textBlock(words: string, {size, width, weight, fill}: TextStyle): PicturePart {
  if (words === "") return {svg: "", width: 0, height: 0};
  const lines = brokenLines(words, weight === undefined ? size : size * 1.06, width);
  const leading = Math.round(size * 1.4);
  const rows = lines.map((line, at) => `<tspan x="0" y="${at * leading + size}">${escapeHtml(line)}</tspan>`);
  const style = `${weight === undefined ? "" : ` font-weight="${weight}"`}${fill === undefined ? "" : ` fill="${fill}"`}`;
  return {
    svg: `<text font-size="${size}"${style}>${rows.join("")}</text>`,
    width,
    height: lines.length * leading
  };
}

/** As many words to a line as fit; a longer word has a line of its own. */
export function brokenLines(words: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ").filter((each) => each !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
