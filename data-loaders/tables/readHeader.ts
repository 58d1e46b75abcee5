import {distance} from "fastest-levenshtein";
import type {Problem} from "../config/problem.ts";
import {UserError} from "../config/problem.ts";
import type {ColumnContract, TableContract} from "../config/sources.ts";

/** What stands at each position of the file's lines. */
export interface Header {
  readonly width: number;
  /** Position of each column of the contract; -1 where an optional column is absent. */
  readonly positions: readonly number[];
}

/** Checks a file's header against its contract: every column there, once, and none that nobody declared. */
export function readHeader(contract: TableContract, names: readonly string[], file: string): Header {
  const problems = [
    ...repeatedNames(names, file),
    ...missingColumns(contract, names, file),
    ...unknownNames(contract, names, file)
  ];
  if (problems.length > 0) throw new UserError(problems);
  return {width: names.length, positions: contract.columns.map(({column}) => names.indexOf(column))};
}

function repeatedNames(names: readonly string[], file: string): Problem[] {
  return names
    .filter((name, at) => names.indexOf(name) !== at)
    .map((name) => ({file, line: 1, message: `the header names the column "${name}" twice`}));
}

function missingColumns(contract: TableContract, names: readonly string[], file: string): Problem[] {
  return contract.columns
    .filter(({column, optional}) => !optional && !names.includes(column))
    .map(({column, name}) => ({
      file,
      line: 1,
      message: `no column "${column}" (${name})${suggestion(column, names)}; the header has ${names.slice(0, 30).join(", ").slice(0, 400)}`
    }));
}

function unknownNames(contract: TableContract, names: readonly string[], file: string): Problem[] {
  const known = new Set(
    [...contract.columns, ...contract.ignore].map(
      ({column}: {readonly column: string} | ColumnContract) => column
    )
  );
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({
      file,
      line: 1,
      message: `column "${name.slice(0, 80)}" is not declared; add it to config/sources.yaml tables.${contract.name}, under columns or under ignore`
    }));
}

function suggestion(wanted: string, names: readonly string[]): string {
  const near = names.filter(
    (name) =>
      distance(name.toLowerCase(), wanted.toLowerCase()) <= 2 || name.toLowerCase() === wanted.toLowerCase()
  );
  return near[0] ? `; did you mean "${near[0]}"?` : "";
}
