import {textWidth} from "./textWidth.ts";

/** Words on two lines, broken where the longer of them is shortest; a single word stays one line. */
export function balancedLines(words: string, font: number): string[] {
  const parts = words.split(" ");
  const splits = parts
    .slice(1)
    .map((_, at) => [parts.slice(0, at + 1).join(" "), parts.slice(at + 1).join(" ")]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => textWidth(line, font)));
  return splits.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best), [words]);
}
