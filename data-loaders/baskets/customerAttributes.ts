import type {Column} from "../tables/columnBuilder.ts";
import type {TextTable} from "../tables/textTable.ts";

/**
 * Columns of the store's customers, but for the id and for optional columns that the file has not.
 * @param rows the row of each customer of the store
 */
export function customerAttributes({columns, absent}: TextTable, rows: Int32Array): Record<string, Column> {
  const told = Object.entries(columns).filter(([name]) => name !== "customer_id" && !absent.includes(name));
  return Object.fromEntries(told.map(([name, column]) => [name, pick(column, rows)]));
}

function pick(column: Column, rows: Int32Array): Column {
  if (column.kind === "numbers")
    return {kind: "numbers", values: picked(column.values, rows, new Float64Array(rows.length))};
  if (column.kind === "categories")
    return {...column, codes: picked(column.codes, rows, new Int32Array(rows.length))};
  return {kind: "texts", values: Array.from(rows, (row) => column.values[row])};
}

/** Plain loops: hundreds of thousands of rows. */
function picked<T extends Float64Array | Int32Array>(values: T, rows: Int32Array, into: T): T {
  for (let at = 0; at < rows.length; at++) into[at] = values[rows[at]!]!;
  return into;
}
