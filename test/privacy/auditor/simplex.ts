/** Sum of coefficient × unknown = value, or at least or at most it. Unknowns are 0 or more. */
export interface Constraint {
  readonly of: ReadonlyMap<number, number>;
  readonly is: "equal" | "at least" | "at most";
  readonly value: number;
}

const TINY = 1e-7;

/** Rows of what is known, in a form from which bounds of any sum of unknowns are found. */
export interface System {
  /** The least that a sum of unknowns can be; −∞ where there is no end. */
  readonly least: (of: ReadonlyMap<number, number>) => number;
}

/**
 * The two-phase simplex method on a dense tableau, by Bland's rule (1977), which ends always.
 * @throws Error where nothing fits
 */
export function system(unknowns: number, constraints: readonly Constraint[]): System {
  const slacks = constraints.filter(({is}) => is !== "equal").length;
  const width = unknowns + slacks + 1;
  let slack = unknowns;
  const rows = constraints.map(({of, is, value}) => {
    const row = new Float64Array(width);
    for (const [at, coefficient] of of) row[at] = coefficient;
    if (is !== "equal") row[slack++] = is === "at most" ? 1 : -1;
    row[width - 1] = value;
    return value < 0 ? row.map((each) => -each) : row;
  });
  const start = feasible(rows, width);
  return {
    least: (of) => {
      const goal = new Float64Array(width);
      for (const [at, coefficient] of of) goal[at] = coefficient;
      const tableau = start.rows.map((row) => row.slice());
      const basis = [...start.basis];
      for (const [at, column] of basis.entries()) subtract(goal, tableau[at]!, goal[column]!);
      return descend(tableau, basis, goal, width - 1) ? -goal[width - 1]! : Number.NEGATIVE_INFINITY;
    }
  };
}

interface Tableau {
  readonly rows: readonly Float64Array[];
  readonly basis: readonly number[];
}

/** Phase one: a helper for each row, all of them brought to nothing. */
function feasible(given: readonly Float64Array[], width: number): Tableau {
  const rows = given.map((row, at) => {
    const wide = new Float64Array(width + given.length);
    wide.set(row.subarray(0, width - 1));
    wide[width - 1 + at] = 1;
    wide[wide.length - 1] = row[width - 1]!;
    return wide;
  });
  const basis = rows.map((_, at) => width - 1 + at);
  const goal = new Float64Array(width + given.length);
  for (let at = width - 1; at < goal.length - 1; at++) goal[at] = 1;
  for (const row of rows) subtract(goal, row, 1);
  descend(rows, basis, goal, goal.length - 1);
  if (-goal[goal.length - 1]! > 1e-4) throw new Error("what is published contradicts itself");
  const kept: number[] = [];
  for (const [at, row] of rows.entries()) {
    if (basis[at]! >= width - 1) {
      const enter = row.subarray(0, width - 1).findIndex((value) => Math.abs(value) > TINY);
      if (enter < 0) continue; // follows from other rows
      pivot(rows, basis, goal, at, enter);
    }
    kept.push(at);
  }
  const narrow = (row: Float64Array): Float64Array => {
    const left = new Float64Array(width);
    left.set(row.subarray(0, width - 1));
    left[width - 1] = row[row.length - 1]!;
    return left;
  };
  return {rows: kept.map((at) => narrow(rows[at]!)), basis: kept.map((at) => basis[at]!)};
}

/** Brings the goal down as far as it goes; false where it has no end. */
function descend(rows: readonly Float64Array[], basis: number[], goal: Float64Array, last: number): boolean {
  for (;;) {
    const enter = goal.subarray(0, last).findIndex((value) => value < -TINY);
    if (enter < 0) return true;
    let leave = -1;
    let best = Number.POSITIVE_INFINITY;
    for (const [at, row] of rows.entries()) {
      if (row[enter]! <= TINY) continue;
      const ratio = row[last]! / row[enter]!;
      if (ratio < best - 1e-12 || (ratio <= best + 1e-12 && basis[at]! < basis[leave]!)) {
        best = ratio;
        leave = at;
      }
    }
    if (leave < 0) return false;
    pivot(rows, basis, goal, leave, enter);
  }
}

function pivot(
  rows: readonly Float64Array[],
  basis: number[],
  goal: Float64Array,
  leave: number,
  enter: number
): void {
  const row = rows[leave]!;
  const by = row[enter]!;
  for (let at = 0; at < row.length; at++) row[at]! /= by;
  for (const other of rows) if (other !== row) subtract(other, row, other[enter]!);
  subtract(goal, row, goal[enter]!);
  basis[leave] = enter;
}

function subtract(row: Float64Array, other: Float64Array, times: number): void {
  if (times === 0) return;
  for (let at = 0; at < row.length; at++) {
    const value = row[at]! - times * other[at]!;
    row[at] = Math.abs(value) < 1e-11 ? 0 : value;
  }
}
