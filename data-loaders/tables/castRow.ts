import type {ColumnContract} from "../config/sources.ts";
import {castCell} from "./castCell.ts";
import type {Cast} from "./castCell.ts";
import type {Header} from "./readHeader.ts";
import type {CsvRecord} from "./splitRecords.ts";

type Row = readonly (number | string | undefined)[];

/** A row that keeps the contract. */
export interface Entry {
  readonly row: Row;
  /** Columns whose value was above `missing_above`. */
  readonly above: readonly string[];
}

/** The record's values in the order of the contract's columns, or the reason why it is set aside. */
export function castRow(
  columns: readonly ColumnContract[],
  header: Header,
  {fields}: Pick<CsvRecord, "fields">
): Entry | string {
  if (fields.length === 1 && header.width > 1 && fields[0]!.trim() === "") return "is a blank line";
  if (fields.length !== header.width)
    return `has ${fields.length} cells where the header has ${header.width}`;
  const row: (number | string | undefined)[] = [];
  const above: string[] = [];
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at]!;
    const position = header.positions[at]!;
    const cast: Cast = position < 0 ? {value: undefined} : castCell(column, fields[position]!);
    if ("reason" in cast) return cast.reason;
    if (cast.note === "missing_above") above.push(column.name);
    row.push(cast.value);
  }
  return {row, above};
}
