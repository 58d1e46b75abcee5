import {describe, expect, it} from "vitest";
import type {Cell} from "../../../publish/plan/coveredCells.ts";
import {coveredCells} from "../../../publish/plan/coveredCells.ts";
import {seeded} from "../../seeded.ts";

/** Cells that follow from the others, found by elimination: each row and column is an equation over hidden cells. */
function following(cells: readonly Cell[], hidden: readonly boolean[]): Set<number> {
  const unknown = cells.flatMap((_, at) => (hidden[at] ? [at] : []));
  const lines = [
    ...new Set(cells.map(({row}) => row)),
    ...[...new Set(cells.map(({column}) => column))].map((column) => ({column}))
  ];
  const matrix = lines.map((line) =>
    unknown.map((at) =>
      (typeof line === "number" ? cells[at]!.row === line : cells[at]!.column === line.column) ? 1 : 0
    )
  ) as number[][];
  let rank = 0;
  for (let column = 0; column < unknown.length; column++) {
    const pivot = matrix.findIndex((line, at) => at >= rank && Math.abs(line[column]!) > 1e-9);
    if (pivot < 0) continue;
    [matrix[rank], matrix[pivot]] = [matrix[pivot]!, matrix[rank]!];
    const scale = matrix[rank]![column]!;
    matrix[rank] = matrix[rank]!.map((value) => value / scale);
    for (const [at, line] of matrix.entries()) {
      if (at === rank) continue;
      const factor = line[column]!;
      matrix[at] = line.map((value, place) => value - factor * matrix[rank]![place]!);
    }
    rank++;
  }
  const alone = matrix.filter((line) => line.filter((value) => Math.abs(value) > 1e-9).length === 1);
  return new Set(alone.map((line) => unknown[line.findIndex((value) => Math.abs(value) > 1e-9)]!));
}

function randomCells(seed: number): Cell[] {
  const random = seeded(seed);
  const [rows, columns] = [2 + random.below(4), 2 + random.below(4)];
  const cells: Cell[] = [];
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      if ((row < 0 && column < 0) || (row >= 0 && column >= 0 && random.chance(0.4))) continue;
      const secret = random.chance(0.15);
      cells.push({row, column, secret, hidden: secret, worth: 1 + random.below(100)});
    }
  }
  return cells;
}

describe("coveredCells", () => {
  it("leaves no secret cell that follows from the others, wherever one can be covered at all", () => {
    let covered = 0;
    for (let seed = 1; seed <= 2000; seed++) {
      const cells = randomCells(seed);
      const hidden = coveredCells(cells);
      const all = following(
        cells,
        cells.map(() => true)
      );
      const open = following(cells, hidden);
      for (const [at, {secret}] of cells.entries()) {
        if (!secret || all.has(at)) continue;
        expect(open.has(at), `seed ${seed}, cell ${at}`).toBe(false);
        covered++;
      }
    }
    expect(covered).toBeGreaterThan(1000);
  });

  it("hides nothing where nothing is secret", () => {
    const cells = randomCells(3).map((cell) => ({...cell, secret: false, hidden: false}));
    expect(coveredCells(cells)).not.toContain(true);
  });

  it("never hides what everybody knows", () => {
    const cells = randomCells(4).map((cell, at) =>
      at % 2 ? cell : {...cell, worth: Number.POSITIVE_INFINITY}
    );
    const hidden = coveredCells(cells);
    for (const [at, cell] of cells.entries())
      if (!Number.isFinite(cell.worth)) expect(hidden[at]).toBe(cell.hidden);
  });
});
