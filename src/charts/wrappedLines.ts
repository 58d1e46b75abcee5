import {fitText, textWidth} from "./textWidth.ts";

/** Words on as few lines as the room lets, of about the same length; a word that is wider than the room is cut. */
export function wrappedLines(words: string, font: number, room: number): string[] {
  const parts = words.split(" ");
  const widths = parts
    .flatMap((_, from) => parts.slice(from).map((_, more) => parts.slice(from, from + more + 1).join(" ")))
    .map((run) => textWidth(run, font))
    .filter((width) => width <= room)
    .sort((a, b) => a - b);
  const lines = linesWithin(parts, font, room);
  const least = widths.find((width) => linesWithin(parts, font, width).length <= lines.length) ?? room;
  return linesWithin(parts, font, least).map((line) => fitText(line, font, room));
}

/** As many words on each line as fit, and at least one. */
function linesWithin(parts: readonly string[], font: number, room: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${part}` : part;
    if (lines.length > 0 && textWidth(longer, font) <= room) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
