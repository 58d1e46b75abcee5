import type {Dimension} from "../aggregates/aggregate.ts";
import type {Coarsening} from "./coarsenings.ts";

/** Customers by cell of a grouping, row-major in the order of its dimensions. */
export interface CountedTable {
  readonly dimensions: readonly Dimension[];
  readonly customers: Float64Array;
}

/** Cells of a table that add up to one cell of a coarser one: along one dimension, whole or by a coarser dimension. */
export interface TableLines {
  /** For each cell its line, from 0. */
  readonly lineOf: Uint32Array;
  readonly lines: number;
  /** Names of the dimensions of the table of their sums, in the same order. */
  readonly sums: readonly string[];
  /** Whether customers of a line's cells add up: each customer has one segment, but buys in many hours. */
  readonly isPartition: boolean;
}

export type Coarsenings = ReadonlyMap<string, readonly Coarsening[]>;

/**
 * All lines of a table. A reader is taken to know every sum, whether or not a page shows it. Along a dimension that
 * nobody declared, such as pairs of products, nothing adds up.
 */
export function tableLines({dimensions, customers}: CountedTable, coarser: Coarsenings): TableLines[] {
  return dimensions.flatMap((dimension, at) => {
    const whole: Coarsening = {name: "", codes: new Uint32Array(dimension.labels.length), size: 1};
    const coarses = coarser.get(dimension.name);
    return coarses
      ? [whole, ...coarses].map((coarse) => linesAlong(dimensions, customers.length, at, coarse))
      : [];
  });
}

function linesAlong(
  dimensions: readonly Dimension[],
  cells: number,
  at: number,
  {name, codes, size}: Coarsening
): TableLines {
  const labels = dimensions[at]!.labels.length;
  const within = dimensions
    .slice(at + 1)
    .reduce((product, dimension) => product * dimension.labels.length, 1);
  const lineOf = new Uint32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const code = Math.floor(cell / within) % labels;
    const before = Math.floor(cell / (within * labels));
    lineOf[cell] = (before * size + codes[code]!) * within + (cell % within);
  }
  const sums = dimensions.map((dimension) => dimension.name);
  sums.splice(at, 1, ...(name === "" ? [] : [name]));
  return {lineOf, lines: (cells / labels) * size, sums, isPartition: dimensions[at]!.grain === "customer"};
}

/**
 * For each cell of the finer table the cell of the coarser that holds it; undefined where the coarser is not made of
 * the finer's cells.
 */
export function cellsInCoarser(
  fine: CountedTable,
  coarse: CountedTable,
  coarser: Coarsenings
): Uint32Array | undefined {
  const sources = coarse.dimensions.map(({name}) => sourceOf(name, fine.dimensions, coarser));
  if (sources.some((source) => source === undefined)) return undefined;
  const cells = fine.customers.length;
  const result = new Uint32Array(cells);
  for (const [place, source] of sources.entries()) {
    const {at, codes} = source!;
    const labels = fine.dimensions[at]!.labels.length;
    const within = fine.dimensions.slice(at + 1).reduce((product, {labels: all}) => product * all.length, 1);
    const size = coarse.dimensions[place]!.labels.length;
    for (let cell = 0; cell < cells; cell++) {
      const code = Math.floor(cell / within) % labels;
      result[cell] = result[cell]! * size + (codes ? codes[code]! : code);
    }
  }
  return result;
}

/** Which of the finer dimensions tells the coarser one; without codes where it is the same. */
function sourceOf(
  name: string,
  fine: readonly Dimension[],
  coarser: Coarsenings
): {readonly at: number; readonly codes?: Uint32Array} | undefined {
  const same = fine.findIndex((dimension) => dimension.name === name);
  if (same >= 0) return {at: same};
  for (const [at, dimension] of fine.entries()) {
    const found = coarser.get(dimension.name)?.find((one) => one.name === name);
    if (found) return {at, codes: found.codes};
  }
  return undefined;
}
