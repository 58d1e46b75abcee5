import type {TableContract} from "../config/sources.ts";
import type {CsvRecord} from "./splitRecords.ts";

/**
 * Turns the course's wide departments file (ids in the header, names in one row) into one record per department.
 * A file that has the long form already is given back as it is.
 */
export function longForm(contract: TableContract, records: readonly CsvRecord[]): readonly CsvRecord[] {
  const [header, values, ...more] = records;
  const [id, label] = contract.columns;
  if (!header || !values || !id || !label || more.some(({fields}) => fields.join("").trim() !== ""))
    return records;
  const isWide =
    header.fields[0] === id.column &&
    header.fields[1] !== label.column &&
    values.fields[0] === label.column &&
    header.fields.length === values.fields.length;
  if (!isWide) return records;
  const rows = header.fields
    .slice(1)
    .map((value, at) => ({line: 2, fields: [value, values.fields[at + 1]!]}));
  return [{line: 1, fields: [id.column, label.column]}, ...rows, ...more];
}
