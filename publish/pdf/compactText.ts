import type {Operation} from "./contentStream.ts";

/** Widths of a font's glyphs, in thousandths of its size, by code. */
export interface GlyphWidths {
  readonly widths: ReadonlyMap<number, number>;
  readonly missing: number;
}

/** Letters may stand this far from where Chromium put them, in pixels of CSS. */
const tolerance = 0.12;

/**
 * Joins letters that Chromium shows one by one into words and lines: a letter moves on by its own width, and only
 * what differs from that is written (ISO 32000-1, 9.4.3, TJ). Half of a report's bytes are such moves.
 * @param fonts by the font's name in the page
 */
export function compactText(all: readonly Operation[], fonts: ReadonlyMap<string, GlyphWidths>): Operation[] {
  const result: Operation[] = [];
  let font = "";
  let size = 0;
  /** How far the line's beginning lies behind where Chromium believes it, when moves were left out. */
  let behind = 0;
  for (let at = 0; at < all.length; at++) {
    const operation = all[at]!;
    const {operator, operands} = operation;
    if (operator === "Tf") [font, size] = [operands[0]!.slice(1), Number(operands[1])];
    if (operator === "Tm" || operator === "BT") behind = 0;
    const widths = fonts.get(font);
    if (operator === "Tj" && widths && isHex(operands[0])) {
      const run = runFrom(all, at);
      result.push(joined(run, widths, size));
      behind += run.moved;
      at = run.end - 1;
    } else if (operator === "Td" && behind !== 0) {
      result.push({operator, operands: [short(Number(operands[0]) + behind), operands[1]!]});
      behind = 0;
    } else result.push(operation);
  }
  return result;
}

/** Letters of one line, with the place of each from the first. */
interface Run {
  readonly letters: readonly {readonly codes: string; readonly x: number}[];
  readonly moved: number;
  /** Index of the operation after the last. */
  readonly end: number;
}

function runFrom(all: readonly Operation[], from: number): Run {
  const letters: Run["letters"][number][] = [];
  let x = 0;
  let at = from;
  for (;;) {
    const {operator, operands} = all[at] ?? {operator: "", operands: []};
    if (operator === "Tj" && isHex(operands[0])) {
      letters.push({codes: operands[0]!.slice(1, -1), x});
      at++;
      continue;
    }
    const after = all[at + 1];
    if (
      operator !== "Td" ||
      Number(operands[1]) !== 0 ||
      after?.operator !== "Tj" ||
      !isHex(after.operands[0])
    )
      return {letters, moved: x, end: at};
    x += Number(operands[0]);
    at++;
  }
}

function joined({letters}: Run, {widths, missing}: GlyphWidths, size: number): Operation {
  const parts: string[] = [];
  let shown = "";
  let pen = 0;
  /** Letters that follow without a move stand where the pen is. */
  let last = -1;
  for (const {codes, x} of letters) {
    const gap = x === last ? 0 : x - pen;
    last = x;
    if (Math.abs(gap) > tolerance) {
      if (shown) parts.push(`<${shown}>`);
      parts.push(short((-gap * 1000) / size, 0));
      shown = "";
      pen += gap;
    }
    shown += codes;
    for (const [code] of codes.matchAll(/..../g))
      pen += ((widths.get(Number.parseInt(code, 16)) ?? missing) * size) / 1000;
  }
  if (parts.length === 0) return {operator: "Tj", operands: [`<${shown}>`]};
  return {operator: "TJ", operands: [`[${parts.join("")}<${shown}>]`]};
}

function isHex(operand: string | undefined): boolean {
  return operand !== undefined && /^<([\da-fA-F]{4})+>$/.test(operand);
}

function short(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}
