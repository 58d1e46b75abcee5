import type {FigureData, FigureRow} from "./figureData.ts";

/** The rows of a figure by two dimensions, gathered by label of the first, in order. */
export function rowsByLabel({rows}: FigureData): readonly (readonly FigureRow[])[] {
  const gathered = new Map<number, FigureRow[]>();
  for (const row of rows) {
    const code = row.codes[0]!;
    const cells = gathered.get(code);
    if (cells) cells.push(row);
    else gathered.set(code, [row]);
  }
  return [...gathered.values()];
}
