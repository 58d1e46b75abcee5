import type {Problem} from "../config/problem.ts";
import {UserError} from "../config/problem.ts";
import type {ColumnContract, TableContract} from "../config/sources.ts";
import {nearest} from "../config/suggestion.ts";

/** What stands at each position of the file's lines. */
export interface Header {
  readonly width: number;
  /** Position of each column of the contract; -1 where an optional column is absent. */
  readonly positions: readonly number[];
}

/** Checks a file's header against its contract: every column there, once, and none that nobody declared. */
export function readHeader(contract: TableContract, names: readonly string[], file: string): Header {
  const messages = wrongSeparator(names) ??
    noHeader(contract, names) ?? [
      ...repeatedNames(names),
      ...columnProblems(contract, names, undeclaredNames(contract, names))
    ];
  if (messages.length > 0)
    throw new UserError(messages.map((message): Problem => ({file, line: 1, message})));
  return {width: names.length, positions: contract.columns.map(({column}) => names.indexOf(column))};
}

function wrongSeparator(names: readonly string[]): string[] | undefined {
  const [separator] = /[;\t]/.exec(names.length === 1 ? names[0]! : "") ?? [];
  if (separator === undefined) return undefined;
  return [
    `its cells are separated by ${separator === ";" ? "semicolons" : "tabs"}; save it with commas, as “CSV UTF-8” does`
  ];
}

/**
 * Another file, or one without its header line: what stands there may be a customer's name and is not repeated. A row
 * is told from misspelt columns by its numbers.
 */
function noHeader(
  {name: table, columns, ignore}: TableContract,
  names: readonly string[]
): string[] | undefined {
  const declared = [...columns, ...ignore].map(({column}) => column);
  if (names.some((name) => declared.includes(name))) return undefined;
  const isRow = names.some((name) => /^\s*[\d.]+\s*$/.test(name));
  if (!isRow && names.some((name) => nearest(name, declared) !== undefined)) return undefined;
  const wanted = columns.map(({column}) => column).join(", ");
  return [
    `the first line names none of the columns of the ${table} (${wanted}); is this the right file, and does it have a header line?`
  ];
}

function repeatedNames(names: readonly string[]): string[] {
  return names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => `the header names the column "${name}" twice`);
}

function undeclaredNames({columns, ignore}: TableContract, names: readonly string[]): string[] {
  const known = new Set([...columns, ...ignore].map(({column}) => column));
  return names.filter((name) => !known.has(name));
}

/** A column that only has another name in the file is told once, as such. */
function columnProblems(
  contract: TableContract,
  names: readonly string[],
  undeclared: readonly string[]
): string[] {
  const left = new Set(undeclared);
  const absent = contract.columns.filter(({column}) => !names.includes(column));
  const told = absent.flatMap((column) => {
    const meant = nearest(column.column, left);
    if (meant !== undefined) left.delete(meant);
    return meant === undefined && column.optional ? [] : [absentColumn(contract, column, names, meant)];
  });
  return [...told, ...[...left].map((name) => undeclaredColumn(contract, name))];
}

function absentColumn(
  {name: table}: TableContract,
  {column, name}: ColumnContract,
  names: readonly string[],
  meant?: string
): string {
  const rest =
    meant === undefined
      ? `; the header has ${names.slice(0, 30).join(", ").slice(0, 400)}`
      : `; did you mean "${meant}"? Then write \`column: "${meant}"\` in config/sources.yaml tables.${table}.columns.${name}`;
  return `no column "${column}" (${name})${rest}`;
}

function undeclaredColumn({name: table}: TableContract, column: string): string {
  return `column "${column.slice(0, 80)}" is not declared; add it to config/sources.yaml tables.${table}, under columns or under ignore`;
}
