/** How a cell's number is written; the number itself stays exact. */
export type NumberStyle = "whole" | "decimal" | "share" | "money" | "general";

/** A text, or a number with its style. Texts are never read as formulas. */
export type SheetCell =
  | string
  | {readonly number: number; readonly style: NumberStyle}
  | {readonly link: string; readonly text: string};

/** A sheet of a workbook. */
export interface Sheet {
  /** At most 31 letters, and no other sheet's name but for case. */
  readonly name: string;
  /** In bold above the table. */
  readonly title: string;
  /** Lines under the title. */
  readonly lines: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const NAME_LENGTH = 31;

/** Names as Excel takes them: no `[]:*?/\`, no quotes at the ends, short, all different. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]|^'|'$/g, " ")
        .trim()
        .slice(0, NAME_LENGTH) || "Sheet";
    let unique = plain;
    for (let at = 2; taken.has(unique.toLowerCase()); at++)
      unique = `${plain.slice(0, NAME_LENGTH - String(at).length - 1)} ${at}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
