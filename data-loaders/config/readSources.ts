import {checkTable} from "./checks/checkTable.ts";
import {checkTables} from "./checks/checkTables.ts";
import {columnsOf} from "./columns.ts";
import type {Columns} from "./columns.ts";
import {percentNumber} from "./conditions.ts";
import {problemList} from "./problemList.ts";
import {exactly} from "./reading.ts";
import type {Reading} from "./reading.ts";
import {readYaml} from "./readYaml.ts";
import type {YamlFile} from "./readYaml.ts";
import {whole} from "./shapes/draft.ts";
import {shaped} from "./shapes/shaped.ts";
import {sources, TABLES} from "./shapes/sources.ts";
import type {WrittenColumn, WrittenSources, WrittenTable} from "./shapes/sources.ts";
import type {ColumnContract, Sources, TableContract, TableName} from "./sources.ts";

/** Reads `sources.yaml`. Throws a `UserError` with every problem of the file. */
export function readSources(path: string): Sources {
  return exactly(sourcesReading(readYaml(path)));
}

export interface SourcesReading extends Reading<Sources> {
  /** Columns that facts and segmentations may use, as far as the file is right. */
  readonly columns: Columns;
}

export function sourcesReading(yaml: YamlFile): SourcesReading {
  const problems = problemList(yaml);
  const draft = shaped({sources}, yaml.value, [], problems) ?? {};
  for (const name of TABLES) checkTable(name, draft.tables?.[name], problems);
  checkTables(draft, problems);
  return {
    problems: problems.list,
    columns: columnsOf(draft),
    exact: () => exactSources(whole<WrittenSources>(draft))
  };
}

function exactSources({citation, notice, day_zero, tables}: WrittenSources): Sources {
  const contracts = Object.fromEntries(TABLES.map((name) => [name, exactTable(name, tables[name])]));
  return {
    citation: oneSpace(citation),
    notice: oneSpace(notice),
    day_zero,
    tables: contracts as Record<TableName, TableContract>
  };
}

function exactTable(name: TableName, written: WrittenTable): TableContract {
  const {
    file,
    optional = false,
    layout = "long",
    key,
    columns,
    ignore = [],
    keep,
    repeats,
    bad_rows
  } = written;
  return {
    name,
    file,
    optional,
    layout,
    key: [key].flat(),
    columns: Object.entries(columns).map(([column, contract]) => exactColumn(column, contract)),
    ignore: ignore.map(({column, because}) => ({column, because: oneSpace(because)})),
    ...(keep && {keep: {...keep, because: oneSpace(keep.because)}}),
    ...(repeats && {repeats: exactRepeats(repeats)}),
    stop_above: bad_rows ? percentNumber(bad_rows.stop_above) : 0
  };
}

function exactColumn(name: string, written: WrittenColumn): ColumnContract {
  const {column, type, from, up_to, unit, values, references, missing_above} = written;
  return {
    name,
    column,
    type,
    ...(from !== undefined && {from}),
    ...(up_to !== undefined && {up_to}),
    ...(unit !== undefined && {unit}),
    ...(values && {values}),
    ...(references && {references}),
    missing: written.missing === "allowed",
    none: written.none ?? [],
    zero_padded: written.zero_padded ?? false,
    decimal_zero: written.written !== undefined,
    optional: written.optional ?? false,
    ...(missing_above && {missing_above: {...missing_above, because: oneSpace(missing_above.because)}})
  };
}

function exactRepeats({
  same,
  different
}: NonNullable<WrittenTable["repeats"]>): NonNullable<TableContract["repeats"]> {
  return {
    same: {because: oneSpace(same.because)},
    different: {keep: different.keep, because: oneSpace(different.because)}
  };
}

/** A sentence may be broken into lines in the file. */
const oneSpace = (sentence: string): string => sentence.trim().replace(/\s+/g, " ");
