import {plainText} from "../../src/charts/escapeText.ts";

/** A column of a table on a terminal. */
export interface TextColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  readonly isNumber?: boolean;
}

/** Columns of a terminal that a plan keeps to. */
export const WIDTH = 100;

/** Aligned lines under a head, indented by two; columns in which nothing stands are left out. */
export function textTable<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string[] {
  const written = columns
    .map(({head, cell, isNumber = false}) => ({
      head,
      isNumber,
      cells: rows.map((row) => plainText(cell(row)))
    }))
    .filter(({cells}) => cells.some((text) => text !== ""));
  const widths = fitted(written.map(({head, cells}) => Math.max(...[head, ...cells].map(widthOf))));
  const line = (texts: readonly string[]): string =>
    `  ${texts.map((text, at) => padded(text, widths[at]!, written[at]!.isNumber)).join("  ")}`.trimEnd();
  return [
    line(written.map(({head}) => head)),
    ...rows.map((_, at) => line(written.map(({cells}) => cells[at]!)))
  ];
}

const widthOf = (text: string): number => [...text].length;

/** Takes from the widest columns until the table fits. */
function fitted(widths: readonly number[]): number[] {
  const result = [...widths];
  while (result.reduce((sum, width) => sum + width + 2, 0) > WIDTH) {
    const widest = result.indexOf(Math.max(...result));
    result[widest]! -= 1;
  }
  return result;
}

/** A text cut where it is longer than `width`, which the last letter then says. */
export function shortened(text: string, width: number): string {
  const letters = [...plainText(text)];
  return letters.length > width ? `${letters.slice(0, width - 1).join("")}…` : letters.join("");
}

function padded(text: string, width: number, isNumber: boolean): string {
  const cut = shortened(text, width);
  const blank = " ".repeat(width - widthOf(cut));
  return isNumber ? blank + cut : cut + blank;
}

/** A sentence in lines of at most `width` letters; the first begins with `lead`, the others are indented as far. */
export function wrapped(text: string, lead: string, width: number): string[] {
  const lines: string[] = [];
  let line = lead;
  const indent = " ".repeat(widthOf(lead));
  for (const word of plainText(text).split(" ")) {
    const isFirst = line === lead || line === indent;
    if (!isFirst && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = indent + word;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line];
}
