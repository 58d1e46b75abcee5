/** A file's text, or its bytes, after somebody was at it. */
export type Edit = (text: string) => string | Uint8Array;

/** The same, where the result is a text again. */
export type TextEdit = (text: string) => string;

const linesOf = (text: string): string[] => text.split("\n").slice(0, -1);
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

/** Changes the 1-based line. */
export const line =
  (number: number, change: (line: string) => string): TextEdit =>
  (text) =>
    joined(linesOf(text).map((old, at) => (at === number - 1 ? change(old) : old)));

/** Sets the 1-based cell of a line; the cells of the clean files hold no commas. */
export const cell = (number: number, column: number, value: string): TextEdit =>
  line(number, (old) => replaced(old, column, () => value));

/** Changes the 1-based cell of every line but the header. */
export const everyCell =
  (column: number, change: (old: string) => string): TextEdit =>
  (text) =>
    joined(linesOf(text).map((old, at) => (at === 0 ? old : replaced(old, column, change))));

/** Changes the cells of every line, the header's too. */
export const everyRow =
  (change: (cells: string[], at: number) => readonly string[]): TextEdit =>
  (text) =>
    joined(linesOf(text).map((old, at) => change(old.split(","), at).join(",")));

/** Puts a line in so that it is the 1-based `number`th. */
export const insert =
  (number: number, added: string): TextEdit =>
  (text) =>
    joined(linesOf(text).toSpliced(number - 1, 0, added));

/** Takes lines away. */
export const without =
  (...numbers: readonly number[]): TextEdit =>
  (text) =>
    joined(linesOf(text).filter((_, at) => !numbers.includes(at + 1)));

/** Puts lines at the end. */
export const append =
  (...added: readonly string[]): TextEdit =>
  (text) =>
    text + joined(added);

/** The 1-based line of a text. */
export const lineOf = (text: string, number: number): string => linesOf(text)[number - 1]!;

function replaced(old: string, column: number, change: (old: string) => string): string {
  return old
    .split(",")
    .map((value, at) => (at === column - 1 ? change(value) : value))
    .join(",");
}
