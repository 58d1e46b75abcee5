/** A count of a table whose rows and columns all add up, margins among its cells. */
export interface Cell {
  /** Rows and columns of the table, by number; a margin stands in the row or column of totals. */
  readonly row: number;
  readonly column: number;
  readonly hidden: boolean;
  /** Whether its value must not be worked out. */
  readonly secret: boolean;
  /** What is lost by hiding it too; infinite where everybody knows it already. */
  readonly worth: number;
}

/**
 * Hides more cells until no secret one follows from what is shown. Every row and every column is one equation over its
 * cells, so that a hidden cell follows exactly when it is on no circle of hidden cells (rows and columns being the
 * nodes, cells the edges). Each secret cell gets the circle that costs least.
 * @returns for each cell whether it is hidden; a secret cell for which there is no circle stays as it is
 */
export function coveredCells(cells: readonly Cell[]): readonly boolean[] {
  const hidden = cells.map((cell) => cell.hidden);
  const edges = edgesByNode(cells);
  for (const [at, {secret}] of cells.entries()) {
    if (!secret) continue;
    for (const other of cheapestCircle(at, cells, hidden, edges)) hidden[other] = true;
  }
  return hidden;
}

/** For each row and column its cells, and the column or row at their other end. */
type Edges = ReadonlyMap<string, readonly (readonly [next: string, cell: number])[]>;

const ends = ({row, column}: Cell): readonly [string, string] => [`row ${row}`, `column ${column}`];

function edgesByNode(cells: readonly Cell[]): Edges {
  const edges = new Map<string, [string, number][]>();
  const add = (node: string, next: string, cell: number): void => {
    edges.set(node, [...(edges.get(node) ?? []), [next, cell]]);
  };
  for (const [at, cell] of cells.entries()) {
    const [row, column] = ends(cell);
    add(row, column, at);
    add(column, row, at);
  }
  return edges;
}

/** The other cells of the circle: the cheapest way from the cell's row to its column. */
function cheapestCircle(
  at: number,
  cells: readonly Cell[],
  hidden: readonly boolean[],
  edges: Edges
): readonly number[] {
  const [start, goal] = ends(cells[at]!);
  const cost = new Map([[start, 0]]);
  const cameBy = new Map<string, number>();
  const open = new Set([start]);
  while (open.size > 0) {
    const node = [...open].reduce((best, other) => (cost.get(other)! < cost.get(best)! ? other : best));
    if (node === goal) break;
    open.delete(node);
    for (const [next, cell] of edges.get(node) ?? []) {
      const total = cost.get(node)! + (hidden[cell] ? 0 : cells[cell]!.worth);
      if (cell === at || !(total < (cost.get(next) ?? Number.POSITIVE_INFINITY))) continue;
      cost.set(next, total);
      cameBy.set(next, cell);
      open.add(next);
    }
  }
  return pathBack(goal, start, cells, cameBy);
}

function pathBack(
  goal: string,
  start: string,
  cells: readonly Cell[],
  cameBy: ReadonlyMap<string, number>
): readonly number[] {
  const path: number[] = [];
  for (let node = goal; node !== start; ) {
    const cell = cameBy.get(node);
    if (cell === undefined) return [];
    path.push(cell);
    const [row, column] = ends(cells[cell]!);
    node = node === row ? column : row;
  }
  return path;
}
