import {parse} from "csv-parse/sync";

/** A CSV of the report, with the kind of each column. */
export interface CsvTable {
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface CsvColumn {
  readonly name: string;
  /** `number` where every cell that is not empty is one. */
  readonly kind: "number" | "text";
}

const NUMBER = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;

/** Reads a CSV that the report itself wrote. */
export function csvTable(content: string): CsvTable {
  const [header = [], ...rows] = parse(content, {relax_column_count: false}) as string[][];
  const columns = header.map((name, at): CsvColumn => {
    const cells = rows.map((row) => row[at] ?? "").filter((cell) => cell !== "");
    return {name, kind: cells.length > 0 && cells.every((cell) => NUMBER.test(cell)) ? "number" : "text"};
  });
  return {columns, rows};
}
