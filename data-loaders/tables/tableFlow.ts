import {UserError} from "../config/problem.ts";
import type {TableContract} from "../config/sources.ts";
import type {SetAside, TableFlow} from "./populationFlow.ts";

/**
 * The flow of one table: rows in = rows used + rows set aside.
 * @throws UserError when more rows are bad than the contract allows; Error when the flow does not add up (our bug).
 */
export function tableFlow(
  contract: TableContract,
  file: string,
  rows_in: number,
  rows_used: number,
  set_aside: readonly SetAside[]
): TableFlow {
  const aside = set_aside.reduce((sum, {rows}) => sum + rows, 0);
  if (rows_in !== rows_used + aside)
    throw new Error(`${file}: ${rows_in} rows in, but ${rows_used} used and ${aside} set aside`);
  const bad = set_aside.filter(({kind}) => kind === "defect");
  const badRows = bad.reduce((sum, {rows}) => sum + rows, 0);
  if (badRows > contract.stop_above * rows_in) throw tooMany(contract, file, rows_in, badRows, bad);
  return {table: contract.name, file, rows_in, rows_used, set_aside};
}

function tooMany(
  contract: TableContract,
  file: string,
  rowsIn: number,
  badRows: number,
  bad: readonly SetAside[]
): UserError {
  return new UserError([
    {
      file,
      message: `${badRows} of ${rowsIn} rows (${percent(badRows / rowsIn)}) can't be used; ${allowed(contract)}`
    },
    ...[...bad]
      .sort((a, b) => b.rows - a.rows)
      .map(({reason, rows, lines}) => ({
        file,
        line: lines[0] ?? 1,
        message: `${reason}: ${rows} ${rows === 1 ? "row" : "rows"}, ${onLines(lines, rows)}${hint(reason)}`
      }))
  ]);
}

/** `config/sources.yaml allows 1% (tables.orders.bad_rows.stop_above)` */
export function allowed({name, stop_above}: TableContract): string {
  return `config/sources.yaml allows ${Number((100 * stop_above).toPrecision(9))}% (tables.${name}.bad_rows.stop_above)`;
}

/** Many rows that name nothing are seldom wrong themselves. */
function hint(reason: string): string {
  const [, named] = /^names no (\w+)$/.exec(reason) ?? [];
  return named === undefined ? "" : `; is the file of ${named}s whole, and of the same export?`;
}

/** One decimal, and none where it is zero. */
export function percent(share: number): string {
  const text = (100 * share).toFixed(1).replace(/\.0$/, "");
  return text === "0" && share > 0 ? "less than 0.1%" : `${text}%`;
}

function onLines(lines: readonly number[], rows: number): string {
  const first = rows > lines.length ? "first on" : "on";
  return `${first} ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
}
