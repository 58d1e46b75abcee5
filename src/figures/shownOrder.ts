import {desc, op, table} from "arquero";
import type {Aggregate, Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import {codeAt} from "./aggregateCells.ts";
import type {FigureSpec} from "./figureSpec.ts";

/**
 * The cells a figure shows, in its order: rows by value or by size where their labels have no order of their own,
 * columns always in the dimension's order, and only the top ones where the figure asks for that. Rows that nobody
 * stands in are left out, unless they are a step of an order, where a gap would mislead.
 */
export function shownOrder(
  spec: FigureSpec,
  dimensions: readonly Dimension[],
  cells: Aggregate,
  values: readonly Float64Array[]
): number[] {
  const [first, second] = dimensions;
  if (!first) return [0];
  const column = second ? calendarOrder(second) : [0];
  const cellOf = cellIndex(cells, dimensions);
  const ranked = rankedRows(spec, first, second, cells, values);
  return ranked.flatMap((row) => column.map((code) => cellOf(second ? [row, code] : [row])));
}

function rankedRows(
  {sort, top}: FigureSpec,
  first: Dimension,
  second: Dimension | undefined,
  cells: Aggregate,
  values: readonly Float64Array[]
): number[] {
  const natural = calendarOrder(first);
  if (sort === "order" && top === undefined) return natural;
  const byLabel = second?.labels.indexOf(sort) ?? -1;
  const all = Array.from({length: cells.cells}, (_, cell) => cell);
  const shown = all.filter((cell) => byLabel < 0 || codeAt(cells, cell, second!.name) === byLabel);
  const rows = table({
    row: shown.map((cell) => codeAt(cells, cell, first.name)),
    customers: shown.map((cell) => cells.parts.customers[cell]!),
    value: shown.map((cell) => values[0]![cell]!),
    hidden: shown.map((cell) => cells.hidden[cell]!)
  })
    .groupby("row")
    .rollup({customers: op.sum("customers"), value: op.max("value"), hidden: op.max("hidden")})
    .objects() as RankedRow[];
  const size = ({value, customers}: RankedRow) => (second && byLabel < 0 ? customers : value);
  const kept = rows.filter(({customers, hidden}) => customers > 0 || (hidden && top === undefined));
  const largest = table({row: kept.map(({row}) => row), size: kept.map((row) => size(row) || 0)})
    .orderby(sort === "lowest" ? "size" : desc("size"), "row")
    .slice(0, top ?? Number.POSITIVE_INFINITY)
    .array("row") as number[];
  return sort === "order" ? natural.filter((row) => largest.includes(row)) : Array.from(largest);
}

/** Grain: one row per label of the first dimension. */
interface RankedRow {
  readonly row: number;
  readonly customers: number;
  readonly value: number;
  readonly hidden: number;
}

/** Codes in reading order: a week begins on Monday, whatever day the source calls 0. */
function calendarOrder({name, labels}: Dimension): number[] {
  const codes = labels.map((_, code) => code);
  const monday = name === "day" ? labels.indexOf("Monday") : 0;
  return monday > 0 ? [...codes.slice(monday), ...codes.slice(0, monday)] : codes;
}

/** Finds a cell by its codes in the order of the figure's dimensions. */
function cellIndex(cells: Aggregate, dimensions: readonly Dimension[]): (codes: readonly number[]) => number {
  const places = cells.dimensions.map(({name}) =>
    dimensions.findIndex((dimension) => dimension.name === name)
  );
  return (codes) =>
    cells.dimensions.reduce((index, {labels}, at) => index * labels.length + codes[places[at]!]!, 0);
}
