import {plainDimensions} from "../../data-loaders/aggregates/dimensions.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {productOf} from "../../data-loaders/baskets/store.ts";

/** A published table, with what the attacker may not know: the true customers and items of every cell. */
export interface TrueTable {
  readonly by: readonly string[];
  /** Per cell: the cells of every other dimension's keys that fell into it. */
  readonly customers: readonly ReadonlySet<number>[];
  readonly items: readonly number[];
  /** Which atoms (finest cells of all tables together) make up the cell. */
  readonly atoms: readonly ReadonlySet<number>[];
}

/** Counts tables item by item, with sets: nothing of the engine is used. */
export function trueTables(
  queries: readonly (readonly string[])[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets
): TrueTable[] {
  const {orderStart, orderSlot, itemStart, item} = baskets;
  const asked = queries.map((by) =>
    by.map((name) => dimensions.find((dimension) => dimension.name === name)!)
  );
  const atomNumbers = new Map<string, number>();
  const tables = asked.map((by) => {
    const cells = by.reduce((product, {labels}) => product * labels.length, 1);
    return {
      by: plainDimensions(by).map(({name}) => name),
      customers: Array.from({length: cells}, () => new Set<number>()),
      items: new Array<number>(cells).fill(0),
      atoms: Array.from({length: cells}, () => new Set<number>())
    };
  });
  for (let customer = 0; customer < baskets.customers; customer++) {
    for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
      for (let i = itemStart[order]!; i < itemStart[order + 1]!; i++) {
        const keys = {customer, order, slot: orderSlot[order]!, product: productOf(item[i]!)};
        const cells = asked.map((by) =>
          by.reduce((cell, {labels, codes, keyedBy}) => cell * labels.length + codes[keys[keyedBy]]!, 0)
        );
        const atomKey = cells.join(" ");
        const atom = atomNumbers.get(atomKey) ?? atomNumbers.size;
        atomNumbers.set(atomKey, atom);
        for (const [at, table] of tables.entries()) {
          table.customers[cells[at]!]!.add(customer);
          table.items[cells[at]!]!++;
          table.atoms[cells[at]!]!.add(atom);
        }
      }
    }
  }
  return tables;
}

/** What the attacker can work out: hidden cells whose items follow from shown ones. */
export function derivableCells(
  tables: readonly TrueTable[],
  hidden: readonly Uint8Array[]
): {readonly table: number; readonly cell: number}[] {
  const unknowns = tables.flatMap(({items}, table) =>
    items.flatMap((count, cell) => (count > 0 && hidden[table]![cell] === 1 ? [{table, cell}] : []))
  );
  const place = new Map(unknowns.map(({table, cell}, at) => [`${table} ${cell}`, at]));
  const rows = sumsOfTables(tables).flatMap(({whole, parts}) => {
    const row = new Map<number, number>();
    const add = (table: number, cell: number, sign: number): void => {
      const at = place.get(`${table} ${cell}`);
      if (at !== undefined) row.set(at, (row.get(at) ?? 0) + sign);
    };
    add(whole.table, whole.cell, -1);
    for (const cell of parts.cells) add(parts.table, cell, 1);
    return row.size > 0 ? [row] : [];
  });
  return solved(rows, unknowns.length).map((at) => unknowns[at]!);
}

interface SumOfCells {
  readonly whole: {readonly table: number; readonly cell: number};
  readonly parts: {readonly table: number; readonly cells: readonly number[]};
}

/** Every cell of a table that is exactly made up of cells of another, found from what fell into them. */
export function sumsOfTables(tables: readonly TrueTable[]): SumOfCells[] {
  return tables.flatMap((coarse, whole) =>
    tables.flatMap((fine, part) => {
      if (whole === part) return [];
      return coarse.atoms.flatMap((atoms, cell) => {
        const cells = [...fine.atoms.keys()].filter((at) =>
          [...fine.atoms[at]!].some((atom) => atoms.has(atom))
        );
        const isUnion = cells.every((at) => [...fine.atoms[at]!].every((atom) => atoms.has(atom)));
        return cells.length > 0 && isUnion
          ? [{whole: {table: whole, cell}, parts: {table: part, cells}}]
          : [];
      });
    })
  );
}

const PRIME = 67_108_859; // products of two residues stay exact

/** Unknowns with one value only in a system of equations, by elimination modulo a prime. */
function solved(equations: readonly ReadonlyMap<number, number>[], unknowns: number): number[] {
  const rows = equations.map((row) => {
    const values = new Float64Array(unknowns);
    for (const [at, value] of row) values[at] = (value + PRIME) % PRIME;
    return values;
  });
  const pivots: {at: number; row: Float64Array}[] = [];
  for (let at = 0; at < unknowns; at++) {
    const found = rows.findIndex((row) => row[at] !== 0);
    if (found < 0) continue;
    const [row] = rows.splice(found, 1);
    scale(row!, inverse(row![at]!));
    for (const other of [...rows, ...pivots.map((pivot) => pivot.row)]) subtract(other, row!, other[at]!);
    pivots.push({at, row: row!});
  }
  return pivots.filter(({row}) => row.filter((value) => value !== 0).length === 1).map(({at}) => at);
}

function scale(row: Float64Array, by: number): void {
  for (let at = 0; at < row.length; at++) row[at] = (row[at]! * by) % PRIME;
}

function subtract(row: Float64Array, other: Float64Array, times: number): void {
  if (times === 0) return;
  for (let at = 0; at < row.length; at++)
    row[at] = (((row[at]! - times * other[at]!) % PRIME) + PRIME) % PRIME;
}

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
