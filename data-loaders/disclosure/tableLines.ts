import type {Dimension} from "../aggregates/aggregate.ts";
import type {Coarsening} from "./coarsenings.ts";
import {once} from "./once.ts";

/** Customers by cell of a grouping, row-major in the order of its dimensions. */
export interface CountedTable {
  readonly dimensions: readonly Dimension[];
  readonly customers: Float64Array;
}

/** Cells of a table that add up to one cell of a coarser one: along one dimension, whole or by a coarser dimension. */
export interface TableLines {
  /** For each cell its line, from 0; worked out when first asked for. */
  readonly lineOf: () => Uint32Array;
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
  const {labels, grain} = dimensions[at]!;
  const within = cellsOf(dimensions.slice(at + 1));
  const before = cellsOf(dimensions.slice(0, at));
  const sums = dimensions.map((dimension) => dimension.name);
  sums.splice(at, 1, ...(name === "" ? [] : [name]));
  return {
    lineOf: once(() => {
      const lineOf = new Uint32Array(cells);
      let cell = 0;
      for (let outer = 0; outer < before; outer++) {
        for (let code = 0; code < labels.length; code++) {
          const line = (outer * size + codes[code]!) * within;
          for (let inner = 0; inner < within; inner++) lineOf[cell++] = line + inner;
        }
      }
      return lineOf;
    }),
    lines: before * size * within,
    sums,
    isPartition: grain === "customer"
  };
}

const cellsOf = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((product, {labels}) => product * labels.length, 1);

/**
 * For each cell of the finer table the cell of the coarser that holds it, worked out when first asked for; undefined
 * where the coarser is not made of the finer's cells.
 */
export function cellsInCoarser(
  fine: CountedTable,
  coarse: CountedTable,
  coarser: Coarsenings
): (() => Uint32Array) | undefined {
  const sources = coarse.dimensions.map(({name}) => sourceOf(name, fine.dimensions, coarser));
  if (sources.some((source) => source === undefined)) return undefined;
  return once(() => {
    const codesOf = fine.dimensions.map(({labels}) => new Uint32Array(labels.length));
    for (const [place, source] of sources.entries()) {
      const {at, codes} = source!;
      const step = cellsOf(coarse.dimensions.slice(place + 1));
      const own = codesOf[at]!;
      for (let code = 0; code < own.length; code++) own[code]! += step * (codes ? codes[code]! : code);
    }
    return codesOf.reduce(crossedSums, new Uint32Array(1));
  });
}

/** Each of the former plus each of the latter, row-major. */
function crossedSums(rows: Uint32Array, columns: Uint32Array): Uint32Array {
  const sums = new Uint32Array(rows.length * columns.length);
  let cell = 0;
  for (const row of rows)
    for (let column = 0; column < columns.length; column++) sums[cell++] = row + columns[column]!;
  return sums;
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
