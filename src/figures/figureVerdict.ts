import type {Measure} from "../../data-loaders/config/measures.ts";
import type {Comparison} from "../../data-loaders/statistics/comparison.ts";
import type {Interval} from "../../data-loaders/statistics/interval.ts";
import {overallVerdict} from "../../data-loaders/statistics/overallVerdict.ts";
import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import {segmentCode} from "./aggregateCells.ts";
import type {CellComparison} from "./cellComparisons.ts";
import {cellComparisons} from "./cellComparisons.ts";
import {comparisonPlan} from "./comparisonPlan.ts";
import type {FigureContext} from "./figureContext.ts";
import type {Aggregates, FigureRow} from "./figureData.ts";
import {figureQueries} from "./figureQueries.ts";
import type {FigureSpec} from "./figureSpec.ts";

/** What a measure of a figure comes to as a whole: a difference if any row differs from everyone. */
export interface FigureVerdict {
  readonly verdict: Verdict;
  /** Names of the rows that differ, in the order shown. */
  readonly differing: readonly string[];
  /** The largest difference from everyone, with its 95 % interval, in the measure's unit; an index minus 100. */
  readonly largest?: Interval;
}

/** Comparisons by cell of the figure's own segment; the verdicts know of all segments. */
export function comparisonColumns(
  measures: readonly Measure[],
  spec: FigureSpec,
  context: FigureContext,
  aggregate: Aggregates
): readonly (readonly CellComparison[] | undefined)[] {
  const queries = figureQueries(spec, context);
  const cells = aggregate(queries.cells);
  const source = {
    cells,
    group: aggregate(queries.group),
    base: aggregate(queries.base),
    everyone: aggregate(queries.everyone)
  };
  const size = spec.of ? cells.cells / cells.dimensions[0]!.labels.length : cells.cells;
  const from = spec.of ? size * segmentCode(cells, spec.of.label) : 0;
  return measures.map((measure) => {
    const plan = comparisonPlan(measure, spec, context);
    return plan && cellComparisons(plan, measure, source).slice(from, from + size);
  });
}

/** What the comparisons of the rows shown come to. Hidden rows have no say. */
export function figureVerdict(
  order: readonly number[],
  rows: readonly FigureRow[],
  column: readonly CellComparison[],
  measure: number
): FigureVerdict {
  const known = rows.flatMap((row, at) => {
    const verdict = row.verdicts[measure];
    const {difference, weight} = column[order[at]!]!;
    return verdict && Number.isFinite(difference.p) ? [{row, verdict, difference, weight}] : [];
  });
  const size = ({difference: {value, same}}: (typeof known)[number]) => Math.abs(value - same);
  const [largest] = [...known].sort((a, b) => size(b) - size(a));
  return {
    verdict: overallVerdict(
      known.map(({verdict}) => verdict),
      known.map(({weight}) => weight)
    ),
    differing: known
      .filter(({verdict}) => verdict === "difference")
      .map(({row}) => row.labels.map(({name}) => name).join(", ")),
    ...(largest && {largest: fromEveryone(largest.difference)})
  };
}

const fromEveryone = ({value, low, high, same}: Comparison): Interval => ({
  value: value - same,
  low: low - same,
  high: high - same
});
