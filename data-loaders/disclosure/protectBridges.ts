import {bridgingCells} from "./bridgingCells.ts";
import {hide, sumTable} from "./gatedTables.ts";
import type {GatedTable} from "./gatedTables.ts";

/**
 * A step: hides the smallest shown cell beside each secret one that is a bridge, in a table of two dimensions. Rows and
 * columns whose sum is hidden are not bound by it.
 */
export function protectBridges(table: GatedTable): () => void {
  const {dimensions, hidden, hiddenCells, secret} = table;
  const [first, second] = dimensions;
  if (dimensions.length !== 2 || !first || !second || !secret.includes(1)) return () => {};
  const [rows, columns] = [first.labels.length, second.labels.length];
  const isOpen = new Uint8Array(rows + columns);
  return () => {
    isOpen.set(sumTable(table, [first.name])?.table.hidden ?? []);
    isOpen.set(sumTable(table, [second.name])?.table.hidden ?? [], rows);
    const cells = hiddenCells.subarray(0, table.hiddenCount);
    for (const cell of bridgingCells({hidden, cells, rows, columns, isOpen})) {
      const beside = secret[cell] === 1 ? smallestBeside(cell, rows, columns, table) : undefined;
      if (beside !== undefined) hide(table, beside);
    }
  };
}

/** The smallest shown cell in the shorter of its row and column, or else in the other. */
function smallestBeside(
  cell: number,
  rows: number,
  columns: number,
  {customers, hidden}: GatedTable
): number | undefined {
  const row = {from: cell - (cell % columns), step: 1, count: columns};
  const column = {from: cell % columns, step: columns, count: rows};
  for (const {from, step, count} of rows < columns ? [column, row] : [row, column]) {
    let least: number | undefined;
    for (let at = 0, one = from; at < count; at++, one += step) {
      if (hidden[one] === 1 || customers[one] === 0) continue;
      if (least === undefined || customers[one]! < customers[least]!) least = one;
    }
    if (least !== undefined) return least;
  }
  return undefined;
}
