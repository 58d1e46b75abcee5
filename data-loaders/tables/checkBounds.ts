import {UserError} from "../config/problem.ts";
import type {TableContract} from "../config/sources.ts";
import {allowed, percent} from "./tableFlow.ts";
import type {TextTable} from "./textTable.ts";

/**
 * A few values above their `missing_above` are typing errors; many are amounts in another unit, of which the few that
 * are left would make a wrong mean. @throws UserError when there are more than bad rows may be.
 */
export function checkBounds(contract: TableContract, file: string, {values, rows_in}: TextTable): void {
  const many = values.filter(
    ({because, rows}) => because !== undefined && rows > contract.stop_above * rows_in
  );
  if (many.length === 0) return;
  throw new UserError(
    many.map(({column, note, rows}) => ({
      file,
      message: `${column} is ${note.split(",")[0]} in ${rows} of ${rows_in} rows (${percent(rows / rows_in)}); ${allowed(contract)}; is it in another unit, such as cents?`
    }))
  );
}
