import {expect, it} from "vitest";
import {seeded} from "../../seeded.ts";
import {system} from "./simplex.ts";
import type {Constraint} from "./simplex.ts";

const of = (coefficients: readonly number[]) => new Map(coefficients.entries());

it("finds the ends of sums by hand", () => {
  const {least} = system(3, [
    {of: of([1, 1, 1]), is: "equal", value: 10},
    {of: of([1, 0, 0]), is: "at least", value: 2},
    {of: of([0, 1, 0]), is: "at most", value: 3}
  ]);
  expect(least(of([1]))).toBeCloseTo(2);
  expect(-least(of([-1]))).toBeCloseTo(10);
  expect(-least(of([0, -1]))).toBeCloseTo(3);
  expect(-least(of([0, -1, -1]))).toBeCloseTo(8);
  expect(() => system(1, [{of: of([1]), is: "at most", value: -1}])).toThrow("contradicts");
});

it("finds what trying all whole numbers finds, in sums of rows and columns", () => {
  const random = seeded(3);
  for (let turn = 0; turn < 60; turn++) {
    const truth = Array.from({length: 6}, () => random.below(4));
    const line = (cells: readonly number[], at: readonly number[]) =>
      at.reduce((sum, cell) => sum + cells[cell]!, 0);
    const lines = [
      [0, 1, 2],
      [3, 4, 5],
      [0, 3],
      [1, 4],
      [2, 5]
    ];
    const known = lines.filter(() => random.chance(0.8));
    const all = tables(known, truth);
    const constraints = known.map(
      (cells): Constraint => ({
        of: new Map(cells.map((cell) => [cell, 1])),
        is: "equal",
        value: line(truth, cells)
      })
    );
    if (known.length < 3) continue;
    const {least} = system(6, constraints);
    for (const cell of known.flat()) {
      const values = all.map((cells) => cells[cell]!);
      expect(least(new Map([[cell, 1]]))).toBeCloseTo(Math.min(...values));
      expect(-least(new Map([[cell, -1]]))).toBeCloseTo(Math.max(...values));
    }
  }
});

/** Every table of 2 × 3 whole numbers from 0 to 9 with the known sums; sums of rows and columns have whole ends. */
function tables(known: readonly (readonly number[])[], truth: readonly number[]): number[][] {
  const sums = known.map((cells) => ({cells, sum: cells.reduce((all, cell) => all + truth[cell]!, 0)}));
  const found: number[][] = [];
  const fill = (cells: number[]): void => {
    for (const {cells: line, sum} of sums) {
      const here = line.filter((cell) => cell < cells.length);
      const got = here.reduce((all, cell) => all + cells[cell]!, 0);
      if (got > sum || (here.length === line.length && got !== sum)) return;
    }
    if (cells.length === 6) found.push(cells);
    else for (let value = 0; value < 10; value++) fill([...cells, value]);
  };
  fill([]);
  return found;
}
