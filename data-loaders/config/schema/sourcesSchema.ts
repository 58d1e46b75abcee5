import {NEEDED_COLUMNS} from "../neededColumns.ts";
import {TABLES} from "../shapes/sources.ts";
import type {TableName} from "../sources.ts";
import {columnSays} from "./columnSays.ts";
import {TABLE_COLUMNS} from "../columns.ts";
import {defined, entryOf, withProperties} from "./jsonSchema.ts";
import type {JsonSchema} from "./jsonSchema.ts";
import type {ProjectWords} from "./projectWords.ts";
import {oneOf} from "./valueSchema.ts";

const COLUMN = "column";

/** `sources.yaml` of this project: the columns each table needs, and which of them its keys may name. */
export function sourcesSchema(base: JsonSchema, words: ProjectWords): JsonSchema {
  const column = entryOf(base.properties!.tables!.properties!.customers!.properties!.columns!);
  const made = TABLES.map((name) => [name, (table: JsonSchema) => tableSchema(table, name, words)] as const);
  return {
    ...withProperties(base, {tables: (tables) => withProperties(tables, Object.fromEntries(made))}),
    definitions: {[COLUMN]: column}
  };
}

function tableSchema(table: JsonSchema, name: TableName, words: ProjectWords): JsonSchema {
  const names = oneOf((words.tableColumns[name] ?? []).map((word) => ({word})));
  return withProperties(table, {
    columns: (columns) => columnsSchema(columns, name, words),
    key: ({anyOf: _, ...key}) => ({...key, anyOf: [names, {type: "array", items: names, minItems: 1}]}),
    keep: (keep) => withProperties(keep, {column: (column) => ({...column, ...names})})
  });
}

/** A grocer adds own columns to customers only; another table has one more where `keep` asks for it. */
function columnsSchema(columns: JsonSchema, name: TableName, words: ProjectWords): JsonSchema {
  const needed = Object.keys(NEEDED_COLUMNS[name]);
  const keep = words.keepColumns[name];
  const own = name === "customers" ? (words.tableColumns[name] ?? []) : keep === undefined ? [] : [keep];
  const entries = [...new Set([...needed, ...own])].map((column) => [
    column,
    defined(COLUMN, columnWords(column, name, words))
  ]);
  return {
    ...columns,
    properties: Object.fromEntries(entries),
    required: needed,
    additionalProperties: name === "customers" ? defined(COLUMN) : false
  };
}

function columnWords(column: string, table: TableName, {columns}: ProjectWords): string {
  const known = TABLE_COLUMNS.find(([, of, name]) => of === table && name === column)?.[0];
  const reference = known ?? `${table === "customers" ? "customer" : table}.${column}`;
  const contract = columns.get(reference);
  return contract ? columnSays(reference, contract) : column.replaceAll("_", " ");
}
