import {bridges} from "./bridges.ts";

/** The hidden cells of a table of two dimensions, row-major. */
export interface HiddenGrid {
  readonly hidden: Uint8Array;
  /** Places of the hidden cells, in any order. */
  readonly cells: Uint32Array;
  readonly rows: number;
  readonly columns: number;
  /** 1 for each row, then each column, whose sum is hidden. */
  readonly isOpen: Uint8Array;
}

/**
 * Hidden cells that follow from the sums of rows and columns together, in order: bridges of the graph whose nodes are
 * rows and columns and whose links are hidden cells. Open rows and columns are linked to one more node, which stands
 * for all of their sums.
 */
export function bridgingCells(grid: HiddenGrid): number[] {
  const {hidden, rows, columns, isOpen} = grid;
  const sums = rows;
  const linked: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const link = (cell: number, one: number, other: number): void => {
    linked.push(cell);
    from.push(one);
    to.push(other);
  };
  let nodes = rows + 1;
  for (const column of columnsToLink(grid)) {
    for (let row = 0; row < rows; row++) {
      const cell = row * columns + column;
      if (hidden[cell] === 1) link(cell, row, nodes);
    }
    if (isOpen[rows + column] === 1) link(NO_CELL, sums, nodes);
    nodes++;
  }
  for (let row = 0; row < rows; row++) if (isOpen[row] === 1) link(NO_CELL, row, sums);
  return bridges({nodes, from, to})
    .map((at) => linked[at]!)
    .filter((cell) => cell !== NO_CELL)
    .sort((a, b) => a - b);
}

const NO_CELL = -1;
const MOST_ROWS = 30;

/**
 * Columns that hide anything, at most two of each kind with the same two or more neighbours: these are on a circle, so
 * that none of their cells is a bridge, and they link whatever more of them would.
 */
function columnsToLink({cells, rows, columns, isOpen}: HiddenGrid): Iterable<number> {
  if (rows > MOST_ROWS) return Array.from({length: columns}, (_, column) => column);
  const neighbours = rowsOfColumns(cells, columns);
  const met = new Map<number, number>();
  const found: number[] = [];
  for (let column = 0; column < columns; column++) {
    const mask = neighbours[column]!;
    if (mask === 0) continue;
    const all = mask | (isOpen[rows + column]! << rows);
    const times = (all & (all - 1)) === 0 ? 0 : (met.get(all) ?? 0);
    if (times === 2) continue;
    met.set(all, times + 1);
    found.push(column);
  }
  return found;
}

/** By column one bit for each row with a hidden cell; one more is left for the sums. */
function rowsOfColumns(cells: Uint32Array, columns: number): Int32Array {
  const found = new Int32Array(columns);
  for (let at = 0; at < cells.length; at++) {
    const row = (cells[at]! / columns) | 0;
    found[cells[at]! - row * columns]! |= 1 << row;
  }
  return found;
}
