import {cellsInCoarser} from "./cellsInCoarser.ts";
import type {CellsInCoarser} from "./cellsInCoarser.ts";
import type {DisclosureRules} from "./disclosureRules.ts";
import {once} from "../baskets/once.ts";
import {tableLines} from "./tableLines.ts";
import type {CountedTable, TableLines} from "./tableLines.ts";

/** A table in the course of hiding. */
export interface GatedTable extends CountedTable {
  /** 1 where the cell is hidden; set by `hide` only. */
  readonly hidden: Uint8Array;
  /** The hidden cells in the order in which they were hidden, as many as `hiddenCount`. */
  readonly hiddenCells: Uint32Array;
  hiddenCount: number;
  /** Cells that may not be known, unlike those hidden to protect them. */
  readonly secret: Uint8Array;
  readonly lines: readonly TableLines[];
  /** Tables that hold its sums, and where. */
  readonly sums: readonly SumTable[];
  /** Customers of the secret cells, by cell. */
  readonly secretCustomers: () => ReadonlyMap<number, readonly number[]>;
}

export interface SumTable {
  readonly table: GatedTable;
  readonly cells: CellsInCoarser;
}

export function gatedTables(
  tables: readonly CountedTable[],
  {coarser, customersOfCells}: Pick<DisclosureRules, "coarser" | "customersOfCells">
): GatedTable[] {
  const all = tables.map((table) => {
    const {dimensions, customers, spend, largestSpend} = table; // one shape for all is faster
    const secret = new Uint8Array(customers.length);
    return {
      dimensions,
      customers,
      spend,
      largestSpend,
      hidden: new Uint8Array(customers.length),
      hiddenCells: new Uint32Array(customers.length),
      hiddenCount: 0,
      secret,
      lines: tableLines(dimensions, coarser),
      sums: [] as SumTable[],
      secretCustomers: once(() => customersOfCells(table, secret))
    };
  });
  for (const fine of all) {
    for (const coarse of all) {
      if (fine === coarse || coarse.customers.length > fine.customers.length) continue;
      const cells = cellsInCoarser(fine.dimensions, coarse.dimensions, coarser);
      if (cells) fine.sums.push({table: coarse, cells});
    }
  }
  return all;
}

/** Hides a cell that may be hidden already. */
export function hideOnce(table: GatedTable, cell: number): void {
  if (table.hidden[cell] === 0) hide(table, cell);
}

/** Hides a cell that is shown. */
export function hide(table: GatedTable, cell: number): void {
  table.hidden[cell] = 1;
  table.hiddenCells[table.hiddenCount++] = cell;
}

/** The table of a table's sums, by the names of its dimensions in whatever order. */
export function sumTable({sums}: GatedTable, names: readonly string[]): SumTable | undefined {
  return sums.find(
    ({table: {dimensions}}) =>
      dimensions.length === names.length && dimensions.every(({name}) => names.includes(name))
  );
}
