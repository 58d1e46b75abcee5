import {UserError} from "../config/problem.ts";
import type {TableContract} from "../config/sources.ts";
import {castRow} from "./castRow.ts";
import type {Column} from "./columnBuilder.ts";
import {decodeUtf8} from "./decodeUtf8.ts";
import {keptRows} from "./keptRows.ts";
import {isPlainTable, readPlainTable} from "./plainTable.ts";
import type {SetAside, ValueNote} from "./populationFlow.ts";
import {readHeader} from "./readHeader.ts";
import type {Header} from "./readHeader.ts";
import type {ReadRows} from "./readRows.ts";
import {Rejects} from "./rejects.ts";
import {recordPieces, splitRecords} from "./splitRecords.ts";
import type {BrokenLine, CsvRecord} from "./splitRecords.ts";
import {longForm} from "./longForm.ts";

/** A small table, read whole: only rows that keep the contract. */
export interface TextTable {
  readonly rows: number;
  readonly rows_in: number;
  readonly columns: Readonly<Record<string, Column>>;
  /** 1-based line of each row. */
  readonly lines: Int32Array;
  /** Optional columns that the file has not. */
  readonly absent: readonly string[];
  readonly set_aside: readonly SetAside[];
  readonly values: readonly ValueNote[];
}

/**
 * Reads a small CSV strictly: UTF-8, header, widths, casts, ranges, unique key. Rows that fail are set aside with
 * reason and line. References to other tables are checked where both are known.
 * @throws UserError when the file as a whole is not what the contract says.
 */
export function readTextTable(contract: TableContract, bytes: Uint8Array, file: string): TextTable {
  const plain = isPlainTable(contract, bytes) ? readPlainTable(contract, bytes, file) : undefined;
  const {header, rows_in, kept, rejects} = plain ?? readRecords(contract, bytes, file);
  const {columns, lines, above} = kept.finish();
  return {
    rows: lines.length,
    rows_in,
    columns: Object.fromEntries(contract.columns.map(({name}, at) => [name, columns[at]!])),
    lines,
    absent: contract.columns.filter((_, at) => (header.positions[at] ?? -1) < 0).map(({name}) => name),
    set_aside: rejects.list(),
    values: valueNotes(contract, header, columns, above)
  };
}

/** Reads any CSV, record by record. */
function readRecords(contract: TableContract, bytes: Uint8Array, file: string): ReadRows {
  const rejects = new Rejects();
  const kept = keptRows(contract, rejects, (text: string) => text);
  const broken: BrokenLine[] = [];
  const records = allRecords(contract, decodeUtf8(bytes, file), broken);
  const first = records.next();
  if (broken[0]?.line === 1)
    throw new UserError({file, line: 1, message: `the header can't be read: ${broken[0].reason}`});
  if (first.done) throw new UserError({file, message: "is empty; a header line was expected"});
  const header = readHeader(contract, first.value.fields, file);
  let rows_in = 0;
  for (const record of records) {
    rows_in++;
    const entry = castRow(contract.columns, header, record);
    if (typeof entry === "string") rejects.add(entry, record.line);
    else kept.add(entry, record.line, record.fields.join("\u0000"));
  }
  for (const {line, reason} of broken) rejects.add(reason, line);
  return {header, rows_in: rows_in + broken.length, kept, rejects};
}

/** Records one by one, so that those of a long table need not stand in memory together. */
function* allRecords(
  contract: TableContract,
  text: string,
  broken: BrokenLine[]
): Generator<CsvRecord, void> {
  const isWide = contract.layout === "wide_or_long";
  for (const piece of isWide ? [splitRecords(text)] : recordPieces(text)) {
    broken.push(...piece.broken);
    yield* isWide ? longForm(contract, piece.records) : piece.records;
  }
}

/** How many of the rows in use lack a value, and how many had one above the declared bound. */
function valueNotes(
  {name: table, columns: contracts}: TableContract,
  header: Header,
  columns: readonly Column[],
  aboveByRow: ReadonlyMap<number, readonly string[]>
): ValueNote[] {
  const allAbove = [...aboveByRow.values()].flat();
  return contracts.flatMap(({name, missing: mayBe, missing_above: bound}, at): ValueNote[] => {
    if ((header.positions[at] ?? -1) < 0 || !(mayBe || bound)) return [];
    const above = allAbove.filter((column) => column === name).length;
    const missing = missingIn(columns[at]!) - above;
    return [
      ...(missing > 0 ? [{table, column: name, note: "missing", rows: missing}] : []),
      ...(bound && above > 0
        ? [
            {
              table,
              column: name,
              note: `above ${bound.bound}, taken as missing`,
              because: bound.because,
              rows: above
            }
          ]
        : [])
    ];
  });
}

/** Loops by number: an iterator over so many rows takes many times as long until it is compiled. */
function missingIn(column: Column): number {
  let missing = 0;
  if (column.kind === "numbers") {
    const {values} = column;
    for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row])) missing++;
  } else if (column.kind === "categories") {
    const {codes} = column;
    for (let row = 0; row < codes.length; row++) if (codes[row]! < 0) missing++;
  } else {
    const {values} = column;
    for (let row = 0; row < values.length; row++) if (values[row] === undefined) missing++;
  }
  return missing;
}
