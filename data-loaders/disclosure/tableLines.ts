import type {Dimension} from "../aggregates/aggregate.ts";
import {coarsening} from "./coarsenings.ts";
import type {Coarsening} from "./coarsenings.ts";

/** Customers by cell of a grouping, row-major in the order of its dimensions. */
export interface CountedTable {
  readonly dimensions: readonly Dimension[];
  readonly customers: Float64Array;
  /** Cents, where the table tells any, and of the customer who spent most. */
  readonly spend?: Float64Array | undefined;
  readonly largestSpend?: Float64Array | undefined;
}

/** Cells of a table that add up to one cell of a coarser one: along one dimension, whole or by a coarser dimension. */
export interface TableLines {
  readonly lines: number;
  /** The coarser dimension, or one code for all. */
  readonly by: Coarsening;
  /** How far apart neighbouring codes of the dimension stand. */
  readonly apart: number;
  /** Names of the dimensions of the table of their sums, in the same order. */
  readonly sums: readonly string[];
  /** Whether customers of a line's cells add up: each customer has one segment, but buys in many hours. */
  readonly isPartition: boolean;
}

/** The cells of a line, in order: `from + code × apart` for each code. */
export interface LineCells {
  readonly from: number;
  readonly apart: number;
  readonly codes: Uint32Array;
}

export type Coarsenings = ReadonlyMap<string, readonly Coarsening[]>;

/**
 * All lines of a table. A reader is taken to know every sum, whether or not a page shows it. Along a dimension that
 * nobody declared, such as pairs of products, nothing adds up.
 */
export function tableLines(dimensions: readonly Dimension[], coarser: Coarsenings): TableLines[] {
  return dimensions.flatMap((dimension, at) => {
    const whole = coarsening("", new Uint32Array(dimension.labels.length), 1);
    const coarses = coarser.get(dimension.name);
    return coarses ? [whole, ...coarses].map((by) => linesAlong(dimensions, at, by)) : [];
  });
}

function linesAlong(dimensions: readonly Dimension[], at: number, by: Coarsening): TableLines {
  const apart = sizeOf(dimensions.slice(at + 1));
  const sums = dimensions.map((dimension) => dimension.name);
  sums.splice(at, 1, ...(by.name === "" ? [] : [by.name]));
  return {
    lines: sizeOf(dimensions.slice(0, at)) * by.size * apart,
    by,
    apart,
    sums,
    isPartition: dimensions[at]!.grain === "customer"
  };
}

/** Writes the line of each of some cells, from 0. */
export function findLines(
  {by: {codes, size}, apart}: TableLines,
  cells: Uint32Array,
  lines: Uint32Array
): void {
  const length = codes.length;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const row = (cell / apart) | 0; // whole numbers below 2³¹: as fast as it goes
    const outer = (row / length) | 0;
    lines[at] = (outer * size + codes[row - outer * length]!) * apart + (cell - row * apart);
  }
}

export function cellsOf({by: {codes, size, members}, apart}: TableLines, line: number): LineCells {
  const outer = Math.floor(line / (apart * size));
  return {
    from: outer * codes.length * apart + (line % apart),
    apart,
    codes: members()[Math.floor(line / apart) % size]!
  };
}

/** How many cells there are by some dimensions. */
export const sizeOf = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((product, {labels}) => product * labels.length, 1);
