import {NEEDED_COLUMNS} from "../neededColumns.ts";
import {quoted} from "../path.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenTable} from "../shapes/sources.ts";
import type {TableName} from "../sources.ts";
import {suggestion} from "../suggestion.ts";
import {checkColumn} from "./checkColumn.ts";

type TableDraft = Draft<WrittenTable>;

/** One table by itself. */
export function checkTable(name: TableName, table: TableDraft | undefined, problems: ProblemList): void {
  if (!table) return;
  const path = ["tables", name];
  checkNames(name, table, [...path, "columns"], problems);
  for (const [column, contract] of Object.entries(table.columns ?? {})) {
    const needed = Object.hasOwn(NEEDED_COLUMNS[name], column) ? NEEDED_COLUMNS[name][column] : undefined;
    if (contract) checkColumn(contract, needed, [...path, "columns", column], problems);
  }
  checkHeaderNames(table, path, problems);
  checkKey(table, path, problems);
  checkKeep(table, [...path, "keep"], problems);
}

/** Needed columns that are not there, and columns that nothing uses. */
function checkNames(name: TableName, table: TableDraft, path: Path, problems: ProblemList): void {
  const written = problems.yaml.keys(path);
  const needed = Object.keys(NEEDED_COLUMNS[name]);
  const lacking = needed.filter((column) => !written.includes(column));
  const others = written.filter((column) => !needed.includes(column));
  const keep = table.keep?.column;
  const isKeepKnown = keep === undefined || written.includes(keep);
  const unused = name === "customers" || !isKeepKnown ? [] : others.filter((column) => column !== keep);
  for (const column of unused) {
    problems.add(
      [...path, column],
      `unknown column of ${name}${suggestion(column, lacking.length ? lacking : needed)}`,
      "key"
    );
  }
  // A column with a typing error is told once.
  if (table.columns && lacking.length > unused.length) {
    for (const column of lacking)
      problems.add(path, `${quoted(column)} is missing; the report needs this column`, "key");
  }
}

/** Two columns of the contract cannot read the same column of the file. */
function checkHeaderNames({columns = {}, ignore = []}: TableDraft, path: Path, problems: ProblemList): void {
  const places = [
    ...Object.entries(columns).map(([name, contract]) => ({
      header: contract?.column,
      at: [...path, "columns", name, "column"]
    })),
    ...ignore.map((ignored, index) => ({header: ignored?.column, at: [...path, "ignore", index, "column"]}))
  ];
  const seen = new Set<string>();
  for (const {header, at} of places) {
    if (header === undefined) continue;
    if (seen.has(header))
      problems.add(at, `the file's column ${quoted(header)} is named twice in this table`);
    seen.add(header);
  }
}

function checkKey({key, columns = {}}: TableDraft, path: Path, problems: ProblemList): void {
  if (key === undefined) return;
  const known = problems.yaml.keys([...path, "columns"]);
  for (const [index, name] of [key].flat().entries()) {
    if (name === undefined) continue;
    const at = Array.isArray(key) ? [...path, "key", index] : [...path, "key"];
    if (!known.includes(name)) problems.add(at, `unknown column${suggestion(name, known)}`);
    else if (columns[name]?.missing)
      problems.add(at, `${quoted(name)} may be missing ("missing: allowed"), so it cannot be a key`);
  }
}

function checkKeep({keep, columns = {}}: TableDraft, path: Path, problems: ProblemList): void {
  if (keep?.column === undefined) return;
  const known = problems.yaml.keys([...path.slice(0, -1), "columns"]);
  const column = columns[keep.column];
  if (!known.includes(keep.column))
    problems.add([...path, "column"], `unknown column${suggestion(keep.column, known)}`);
  else if (column && !column.values && column.type)
    problems.add(
      [...path, "column"],
      `${quoted(keep.column)} needs its possible values: [ … ] to choose from`
    );
  const values = column?.values?.filter((value) => value !== undefined) ?? [];
  if (keep.value !== undefined && values.length > 0 && !values.includes(keep.value)) {
    problems.add(
      [...path, "value"],
      `${quoted(keep.value)} is no value of ${keep.column}${suggestion(keep.value, values)}`
    );
  }
}
