import type {Aggregate} from "../aggregates/aggregate.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {CellMoments} from "../aggregates/spread.ts";
import {markedCells} from "./markedCells.ts";

/**
 * Takes every part of the hidden cells out of an aggregate.
 * @param hidden 1 or 0 per cell
 * @param cells places of the hidden ones, in any order
 */
export function withoutHidden(
  {largest_spend: _, ...aggregate}: RawAggregate,
  hidden: Uint8Array,
  cells = markedCells(hidden)
): Aggregate {
  if (cells.length === 0) return {...aggregate, hidden};
  const shown = (values: Float64Array): Float64Array => without(values, cells);
  const parts = Object.fromEntries(
    Object.entries(aggregate.parts).map(([name, values]) => [name, shown(values)])
  );
  const {gap_histogram, spreads} = aggregate;
  return {
    ...aggregate,
    parts: parts as unknown as Aggregate["parts"],
    hidden,
    ...(spreads && {spreads: shownSpreads(spreads, shown)}),
    ...(gap_histogram && {gap_histogram: shownHistogram(gap_histogram, cells)})
  };
}

function without(values: Float64Array, cells: Uint32Array): Float64Array {
  const left = values.slice();
  for (let at = 0; at < cells.length; at++) left[cells[at]!] = Number.NaN;
  return left;
}

type Histogram = NonNullable<Aggregate["gap_histogram"]>;

function shownHistogram({width, counts}: Histogram, cells: Uint32Array): Histogram {
  const left = counts.slice();
  for (const cell of cells) left.fill(Number.NaN, cell * width, (cell + 1) * width);
  return {width, counts: left};
}

function shownSpreads(
  spreads: NonNullable<Aggregate["spreads"]>,
  shown: (values: Float64Array) => Float64Array
): ReadonlyMap<string, CellMoments> {
  return new Map(
    [...spreads].map(([key, {nn, nd, dd}]) => [key, {nn: shown(nn), nd: shown(nd), dd: shown(dd)}])
  );
}
