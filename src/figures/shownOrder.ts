import {desc, op, table} from "arquero";
import type {Aggregate, Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import {codeAt} from "./aggregateCells.ts";
import type {FigureSpec} from "./figureSpec.ts";

/** What the order of a figure's rows is found from. */
export interface OrderSource {
  readonly spec: Pick<FigureSpec, "sort" | "top">;
  /** One or two, in the order of the figure. */
  readonly dimensions: readonly Dimension[];
  readonly cells: Aggregate;
  /** The figure's first measure by cell. */
  readonly values: Float64Array;
  /** Everyone's customers by cell: 0 where the whole data has nobody. */
  readonly everyone: ArrayLike<number>;
  /** The first dimension's label for those without a segment of their own; it stands last. */
  readonly rest?: string;
}

/**
 * The cells a figure shows, in its order: rows by value or by size where their labels have no order of their own,
 * columns always in the dimension's order, and only the top ones where the figure asks for that. Rows that nobody of
 * all customers stands in are left out, unless they are a step of an order, where a gap would mislead; that nobody
 * of a segment buys from a department is worth knowing.
 */
export function shownOrder(source: OrderSource): number[] {
  const {dimensions, cells, spec} = source;
  const [first, second] = dimensions;
  if (!first) return [0];
  const natural = calendarOrder(first);
  const keepsAll = spec.sort === "order" && spec.top === undefined;
  const ranked = keepsAll ? natural : rankedRows(source, first, second);
  const rows = spec.sort === "order" ? natural.filter((row) => ranked.includes(row)) : ranked;
  const columns = second ? calendarOrder(second) : [0];
  const cellOf = cellIndex(cells, dimensions);
  return rows.flatMap((row) => columns.map((column) => cellOf(second ? [row, column] : [row])));
}

/** Codes of the first dimension, largest first, or smallest. */
function rankedRows(
  {spec: {sort, top}, cells, values, everyone, rest}: OrderSource,
  first: Dimension,
  second: Dimension | undefined
): number[] {
  const sortLabel = second?.labels.indexOf(sort) ?? -1;
  // Of 50,000 products a segment bought some hundreds: only these are worth ranking.
  const counted = Array.from({length: cells.cells}, (_, cell) => cell).filter((cell) =>
    top === undefined ? cells.hidden[cell] === 1 || everyone[cell] !== 0 : cells.parts.customers[cell]! > 0
  );
  const ranked = table({
    row: counted.map((cell) => codeAt(cells, cell, first.name)),
    customers: counted.map((cell) =>
      first.grain === "customer" ? cells.parts.customers[cell]! : everyone[cell]!
    ),
    hidden: counted.map((cell) => cells.hidden[cell]!),
    // Rows of two dimensions go by how many customers they hold, or by the column they are sorted by.
    size: counted.map((cell) => {
      if (!second) return values[cell]!;
      if (sortLabel < 0) return cells.parts.customers[cell]!;
      return codeAt(cells, cell, second.name) === sortLabel ? values[cell]! : 0;
    })
  })
    .groupby("row")
    .rollup({customers: op.sum("customers"), hidden: op.min("hidden"), size: op.sum("size")})
    .orderby(sort === "lowest" ? "size" : desc("size"), "row")
    .objects() as RankedRow[];
  const shown = ranked.filter(({customers, hidden}) => (hidden ? top === undefined : customers > 0));
  const place = ({row, hidden}: RankedRow) => (first.labels[row] === rest ? 1 : 0) + (hidden ? 2 : 0);
  return shown
    .sort((a, b) => place(a) - place(b)) // a stable sort: within a place the order stays
    .slice(0, top)
    .map(({row}) => row);
}

/** Grain: one row per label of the first dimension. */
interface RankedRow {
  readonly row: number;
  readonly customers: number;
  readonly hidden: number;
  readonly size: number;
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
