import {UserError} from "../config/problem.ts";
import type {ColumnContract, TableContract} from "../config/sources.ts";
import {castRow} from "./castRow.ts";
import type {Entry} from "./castRow.ts";
import {decodeUtf8} from "./decodeUtf8.ts";
import type {SetAside, ValueNote} from "./populationFlow.ts";
import {readHeader} from "./readHeader.ts";
import type {Header} from "./readHeader.ts";
import {Rejects} from "./rejects.ts";
import {splitRecords} from "./splitRecords.ts";
import type {CsvRecord} from "./splitRecords.ts";
import {longForm} from "./longForm.ts";

/** One column of a table in memory; NaN and -1 stand for missing. */
export type Column =
  | {readonly kind: "numbers"; readonly values: Float64Array}
  | {readonly kind: "categories"; readonly codes: Int32Array; readonly labels: readonly string[]}
  | {readonly kind: "texts"; readonly values: readonly (string | undefined)[]};

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
  const {records, broken} = splitRecords(decodeUtf8(bytes, file));
  if (broken[0]?.line === 1)
    throw new UserError({file, line: 1, message: `the header can't be read: ${broken[0].reason}`});
  const [first, ...rest] = contract.layout === "wide_or_long" ? longForm(contract, records) : records;
  if (!first) throw new UserError({file, message: "is empty; a header line was expected"});
  const header = readHeader(contract, first.fields, file);
  const rejects = new Rejects();
  for (const {line, reason} of broken) rejects.add(reason, line);
  const kept = keepUnique(contract, castRows(contract, header, rest, rejects), rejects);
  return {
    rows: kept.length,
    rows_in: rest.length + broken.length,
    columns: Object.fromEntries(
      contract.columns.map((column, at) => [column.name, toColumn(column, kept, at)])
    ),
    lines: Int32Array.from(kept, ({record}) => record.line),
    absent: contract.columns.filter((_, at) => (header.positions[at] ?? -1) < 0).map(({name}) => name),
    set_aside: rejects.list(),
    values: valueNotes(contract, header, kept)
  };
}

function castRows(
  contract: TableContract,
  header: Header,
  records: readonly CsvRecord[],
  rejects: Rejects
): Entry[] {
  const entries: Entry[] = [];
  for (const record of records) {
    const made = castRow(contract.columns, header, record);
    if (typeof made === "string") rejects.add(made, record.line);
    else entries.push(made);
  }
  return entries;
}

/** How many of the rows in use lack a value, and how many had one above the declared bound. */
function valueNotes(
  {name: table, columns}: TableContract,
  header: Header,
  entries: readonly Entry[]
): ValueNote[] {
  return columns.flatMap(({name, missing_above: bound}, at): ValueNote[] => {
    if ((header.positions[at] ?? -1) < 0) return [];
    const above = entries.filter((entry) => entry.above.includes(name)).length;
    const missing = entries.filter(({row}) => row[at] === undefined).length - above;
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

/** Rows with unique keys, in file order; repeats go where the contract says. */
function keepUnique(contract: TableContract, rows: readonly Entry[], rejects: Rejects): Entry[] {
  const keyAt = contract.key.map((name) => contract.columns.findIndex((column) => column.name === name));
  const kept = new Map<string, Entry>();
  for (const entry of rows) {
    const key = keyAt.map((at) => entry.row[at]).join("\u0000");
    const before = kept.get(key);
    if (!before) kept.set(key, entry);
    else kept.set(key, resolveRepeat(contract, before, entry, rejects));
  }
  return [...kept.values()];
}

function resolveRepeat(contract: TableContract, before: Entry, entry: Entry, rejects: Rejects): Entry {
  const {repeats} = contract;
  const same = before.record.fields.every((field, at) => field === entry.record.fields[at]);
  const key = contract.key.join(", ");
  if (same)
    rejects.add(
      "repeats an earlier row word for word",
      entry.record.line,
      repeats ? "rule" : "defect",
      repeats?.same.because
    );
  else if (!repeats) rejects.add(`repeats an earlier ${key} with other values`, entry.record.line);
  else {
    const loser = repeats.different.keep === "first" ? entry : before;
    rejects.add(
      `shares its ${key} with a different row`,
      loser.record.line,
      "rule",
      repeats.different.because
    );
    return loser === entry ? before : entry;
  }
  return before;
}

function toColumn(contract: ColumnContract, entries: readonly Entry[], at: number): Column {
  if (contract.type === "text")
    return {kind: "texts", values: entries.map(({row}) => row[at] as string | undefined)};
  if (contract.type === "category") return categories(entries.map(({row}) => row[at] as string | undefined));
  return {
    kind: "numbers",
    values: Float64Array.from(entries, ({row}) => (row[at] as number | undefined) ?? Number.NaN)
  };
}

/** Labels in code-unit order, so that codes do not depend on the order of rows. */
function categories(values: readonly (string | undefined)[]): Column {
  const labels = [...new Set(values)].filter((label) => label !== undefined).sort();
  const codeOf = new Map(labels.map((label, code) => [label, code]));
  return {
    kind: "categories",
    labels,
    codes: Int32Array.from(values, (value) => (value === undefined ? -1 : (codeOf.get(value) ?? -1)))
  };
}
