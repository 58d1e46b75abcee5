import {UserError} from "../config/problem.ts";
import type {Sources, TableContract} from "../config/sources.ts";
import {Rejects} from "../tables/rejects.ts";
import type {TableFlow} from "../tables/populationFlow.ts";
import {checkBounds} from "../tables/checkBounds.ts";
import {tableFlow} from "../tables/tableFlow.ts";
import type {TextTable} from "../tables/textTable.ts";
import {makeIdIndex, placeOf, setPlace} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import type {Baskets} from "./store.ts";
import {NO_PRICE} from "./store.ts";

type ProductArrays = Pick<Baskets, "price" | "productDepartment" | "productAisle">;

/** Products in the order of their ids, with the places of their department and aisle. */
export interface Products extends ProductArrays {
  readonly count: number;
  readonly names: readonly string[];
  readonly index: IdIndex;
  readonly flow: TableFlow;
  readonly hasPrices: boolean;
}

/** A list of names by id: departments, aisles. */
export interface NameList {
  readonly names: readonly string[];
  readonly index: IdIndex;
}

/** Names in the order of their ids. @throws UserError for a name that stands twice: no figure could tell the two apart. */
export function nameList(table: TextTable, idColumn: string, nameColumn: string, file: string): NameList {
  const ids = numbers(table, idColumn);
  const texts = table.columns[nameColumn];
  if (texts?.kind === "texts") checkNames(texts.values, table.lines, file);
  const rows = rowsById(ids);
  const index = makeIdIndex(ids.length, largest(ids));
  rows.forEach((row, place) => setPlace(index, ids[row]!, place));
  return {index, names: rows.map((row) => (texts?.kind === "texts" ? (texts.values[row] ?? "") : ""))};
}

function checkNames(names: readonly (string | undefined)[], lines: Int32Array, file: string): void {
  const problems = names.flatMap((name, row) => {
    const first = names.indexOf(name);
    const message = `names "${name}" twice, here and on line ${lines[first]}; figures could not tell the two apart`;
    return first === row ? [] : [{file, line: lines[row]!, message}];
  });
  if (problems.length > 0) throw new UserError(problems);
}

/**
 * Products whose department and aisle exist; others are set aside.
 * @throws UserError when too many are bad, or too many prices are above their bound.
 */
export function products(
  contract: TableContract,
  file: string,
  table: TextTable,
  departments: NameList,
  aisles: NameList
): Products {
  checkBounds(contract, file, table);
  const ids = numbers(table, "product_id");
  const department = numbers(table, "department_id");
  const aisle = numbers(table, "aisle_id");
  const rejects = new Rejects();
  rejects.merge(table.set_aside);
  const fit = (row: number): boolean => {
    const reason =
      placeOf(departments.index, department[row]!) < 0
        ? "names no department"
        : placeOf(aisles.index, aisle[row]!) < 0
          ? "names no aisle"
          : undefined;
    if (reason) rejects.add(reason, table.lines[row] ?? 0);
    return reason === undefined;
  };
  const rows = rowsById(ids).filter(fit);
  const index = makeIdIndex(rows.length, largest(ids));
  rows.forEach((row, place) => setPlace(index, ids[row]!, place));
  const arrays = productArrays(
    table,
    rows,
    (row) => placeOf(departments.index, department[row]!),
    (row) => placeOf(aisles.index, aisle[row]!)
  );
  return {
    count: rows.length,
    index,
    ...arrays,
    names: productNames(table, rows),
    hasPrices: arrays.price.some((cents) => cents !== NO_PRICE),
    flow: tableFlow(contract, file, table.rows_in, rows.length, rejects.list())
  };
}

function productArrays(
  table: TextTable,
  rows: readonly number[],
  department: (row: number) => number,
  aisle: (row: number) => number
): ProductArrays {
  const prices = numbers(table, "price");
  const price = new Int32Array(new SharedArrayBuffer(4 * rows.length));
  const productDepartment = new Uint16Array(new SharedArrayBuffer(2 * rows.length));
  const productAisle = new Uint16Array(new SharedArrayBuffer(2 * rows.length));
  rows.forEach((row, place) => {
    price[place] = Number.isNaN(prices[row]) ? NO_PRICE : prices[row]!;
    productDepartment[place] = department(row);
    productAisle[place] = aisle(row);
  });
  return {price, productDepartment, productAisle};
}

/** A product without a name is called by its number among the nameless, never by its id. */
function productNames(table: TextTable, rows: readonly number[]): string[] {
  const column = table.columns.product_name;
  let nameless = 0;
  return rows.map(
    (row) => (column?.kind === "texts" ? column.values[row] : undefined) ?? `Unnamed product ${++nameless}`
  );
}

/** The tables' own flows, for those that are used as they are. */
export function plainFlow(
  sources: Sources,
  name: "departments" | "aisles",
  file: string,
  table: TextTable
): TableFlow {
  return tableFlow(sources.tables[name], file, table.rows_in, table.rows, table.set_aside);
}

function numbers(table: TextTable, name: string): Float64Array {
  const column = table.columns[name];
  if (column?.kind !== "numbers") throw new Error(`column ${name} is not numeric`);
  return column.values;
}

function rowsById(ids: Float64Array): number[] {
  return Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!);
}

function largest(ids: Float64Array): number {
  return ids.reduce((a, b) => Math.max(a, b), 0);
}
