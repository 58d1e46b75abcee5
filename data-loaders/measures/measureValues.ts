import type {Measure, Part} from "../config/measures.ts";
import type {CountedCells} from "./countedCells.ts";
import {medianOfHistogram} from "./medianOfHistogram.ts";

/** What the cells are measured against. Indices give, for each cell, its cell there. */
export interface MeasureTotals {
  /** The group each cell is a part of: a segment, or everyone. Shares and penetration divide by it. */
  readonly group: CountedCells;
  readonly groupOf: ArrayLike<number>;
  /** The same parts counted over everyone, and the one cell of everyone. Needed by an index only. */
  readonly base?: {
    readonly cells: CountedCells;
    readonly cellOf: ArrayLike<number>;
    readonly whole: CountedCells;
  };
}

/**
 * Values of a measure, one per cell, in the measure's unit: money in cents, shares from 0 to 1, an index around 100.
 * NaN where the cell or what it is divided by is hidden, or where nothing was counted. `cells.parts.customers`
 * tells how many customers stand behind each value.
 *
 * - total: the part itself. ratio: part ÷ part. median: exact, over whole days.
 * - share: part of the cell ÷ the same part of its group.
 * - penetration: distinct customers of the cell ÷ distinct customers of its group.
 * - index: 100 × share within the group ÷ share within everyone; that is 100 × lift as in association rules
 *   (Brin, Motwani, Ullman and Tsur 1997, there called interest).
 *
 * Throws when a part is absent: a grouping that cannot carry it is refused before (measureParts.ts).
 */
export function measureValues(measure: Measure, cells: CountedCells, totals: MeasureTotals): Float64Array {
  switch (measure.kind) {
    case "total":
      return partOf(cells, measure.part);
    case "ratio":
      return divide(partOf(cells, measure.over[0]), partOf(cells, measure.over[1]));
    case "median":
      return medians(cells);
    case "share":
      return shares(measure.part, cells, totals.group, totals.groupOf);
    case "penetration":
      return shares("customers", cells, totals.group, totals.groupOf);
    case "index":
      return indices(measure.part, cells, totals);
  }
}

function partOf(cells: CountedCells, part: Part): Float64Array {
  const values = cells.parts[part];
  if (!values) throw new Error(`the aggregate carries no ${part}`);
  return values;
}

function divide(above: Float64Array, below: Float64Array): Float64Array {
  return above.map((value, cell) => value / below[cell]!);
}

function shares(
  part: Part,
  cells: CountedCells,
  group: CountedCells,
  groupOf: ArrayLike<number>
): Float64Array {
  const whole = partOf(group, part);
  return partOf(cells, part).map((value, cell) => value / whole[groupOf[cell]!]!);
}

function indices(part: Part, cells: CountedCells, {group, groupOf, base}: MeasureTotals): Float64Array {
  if (!base) throw new Error("an index needs a base");
  const everywhere = shares(part, base.cells, base.whole, new Uint8Array(base.cells.cells));
  return shares(part, cells, group, groupOf).map(
    (share, cell) => (100 * share) / everywhere[base.cellOf[cell]!]!
  );
}

function medians({cells, gap_histogram}: CountedCells): Float64Array {
  if (!gap_histogram) throw new Error("the aggregate carries no histogram of gaps");
  const {width, counts} = gap_histogram;
  return Float64Array.from({length: cells}, (_, cell) =>
    medianOfHistogram(counts.subarray(cell * width, (cell + 1) * width))
  );
}
