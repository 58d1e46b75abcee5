import type {Aggregate} from "../../data-loaders/aggregates/aggregate.ts";
import type {SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import {spreadKey} from "../../data-loaders/aggregates/spread.ts";
import type {Measure, Part} from "../../data-loaders/config/measures.ts";
import type {Comparison} from "../../data-loaders/statistics/comparison.ts";
import {differenceFromEveryone} from "../../data-loaders/statistics/differenceFromEveryone.ts";
import {indexInterval} from "../../data-loaders/statistics/indexInterval.ts";
import type {Interval} from "../../data-loaders/statistics/interval.ts";
import {LEVEL} from "../../data-loaders/statistics/interval.ts";
import type {Moments} from "../../data-loaders/statistics/moments.ts";
import {momentsOfCount} from "../../data-loaders/statistics/moments.ts";
import {ratioInterval} from "../../data-loaders/statistics/ratioInterval.ts";
import {ratioVariance} from "../../data-loaders/statistics/ratioVariance.ts";
import {segmentationVerdict} from "../../data-loaders/statistics/segmentationVerdict.ts";
import {smallestDifference} from "../../data-loaders/statistics/smallestDifference.ts";
import {shareFromEveryone} from "../../data-loaders/statistics/shareDifference.ts";
import {studentComparison} from "../../data-loaders/statistics/studentComparison.ts";
import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import {wilson} from "../../data-loaders/statistics/wilson.ts";
import {cellsOnto} from "./aggregateCells.ts";
import type {ComparisonPlan} from "./comparisonPlan.ts";

/** One cell against the same cell of everyone. */
export interface CellComparison {
  /** 95 % interval of the cell's own value, in the measure's unit. */
  readonly interval: Interval;
  /** The cell minus everyone; of an index, the index itself, which is the same as everyone's at 100. */
  readonly difference: Comparison;
  readonly verdict: Verdict;
  /** What is counted in the cell: what a mix is made of, else what the ratio is taken over. */
  readonly weight: number;
}

/** Aggregates of all segments, also where a figure shows one of them: they are one family of comparisons. */
export interface ComparedCells {
  readonly cells: Aggregate;
  readonly group: Aggregate;
  readonly base: Aggregate;
  readonly everyone: Aggregate;
}

/** Compares every cell with everyone, the verdicts corrected for how many they are. */
export function cellComparisons(
  plan: ComparisonPlan,
  measure: Measure,
  compared: ComparedCells
): readonly CellComparison[] {
  const [own, theirs] = momentsOf(plan, measure, compared);
  const cells = own.map((moments, cell) => compareCell(plan, moments, theirs[cell]!));
  const smallest = theirs.map(({n, d}) => smallestDifference(measure, plan.kind === "index" ? 100 : n / d));
  const {segments} = segmentationVerdict(
    cells.map(({difference}) => difference),
    smallest
  );
  const weight = ({n, d}: Moments) => (plan.kind === "share" || plan.kind === "index" ? n : d);
  return cells.map((cell, at) => ({...cell, verdict: segments[at]!, weight: weight(own[at]!)}));
}

function compareCell(
  {kind}: ComparisonPlan,
  own: Moments,
  everyone: Moments
): Omit<CellComparison, "verdict" | "weight"> {
  switch (kind) {
    case "index": {
      const index = indexInterval(own, everyone);
      return {interval: index, difference: index};
    }
    case "penetration":
      return {
        interval: wilson(own.n, own.d),
        difference: shareFromEveryone({count: own.n, of: own.d}, {count: everyone.n, of: everyone.d})
      };
    case "part":
      return {interval: ratioInterval(own), difference: differenceFromKnown(own, everyone)};
    default:
      return {interval: ratioInterval(own), difference: differenceFromEveryone(own, everyone)};
  }
}

/**
 * A day's or an hour's ratio minus everyone's, which is taken as known. A customer orders at many hours, so an hour is
 * no group of customers; orders of one customer resemble each other, which makes this interval too wide, never too
 * narrow.
 */
function differenceFromKnown(own: Moments, everyone: Moments): Comparison {
  const difference = own.n / own.d - everyone.n / everyone.d;
  return studentComparison(difference, ratioVariance(own), own.customers - 1, LEVEL);
}

/** Moments of each cell, and of everyone's cell that it is held against. */
function momentsOf(
  {kind}: ComparisonPlan,
  measure: Measure,
  {cells, group, base, everyone}: ComparedCells
): readonly [readonly Moments[], readonly Moments[]] {
  const groupOf = cellsOnto(cells, group);
  const baseOf = kind === "part" ? new Uint32Array(cells.cells) : cellsOnto(cells, base);
  const all = Array.from({length: cells.cells}, (_, cell) => cell);
  if (kind === "penetration") {
    const count = (of: Aggregate, cell: number) => of.parts.customers[cell]!;
    return [
      all.map((cell) => momentsOfCount(count(cells, cell), count(group, groupOf[cell]!))),
      all.map((cell) => momentsOfCount(count(base, baseOf[cell]!), count(everyone, 0)))
    ];
  }
  if (measure.kind === "ratio") {
    const against = kind === "part" ? everyone : base;
    return [
      all.map((cell) => ratioMoments(cells, cell, measure.over)),
      all.map((cell) => ratioMoments(against, baseOf[cell]!, measure.over))
    ];
  }
  if (measure.kind !== "share" && measure.kind !== "index") throw new Error(`${measure.name} has no moments`);
  return [
    all.map((cell) => shareMoments(cells, cell, group, groupOf[cell]!, measure.part)),
    all.map((cell) => shareMoments(base, baseOf[cell]!, everyone, 0, measure.part))
  ];
}

/** Moments of a ratio of two parts, with customers as what chance draws. */
export function ratioMoments(of: Aggregate, cell: number, over: readonly [Part, Part]): Moments {
  const [above, below] = over;
  return {
    customers: of.parts.customers[cell]!,
    n: of.parts[above]![cell]!,
    d: of.parts[below]![cell]!,
    ...spreadAt(of, cell, {over})
  };
}

/** A part of the cell over the same part of its group; the customers are all of the group. */
function shareMoments(of: Aggregate, cell: number, group: Aggregate, groupCell: number, part: Part): Moments {
  return {
    customers: group.parts.customers[groupCell]!,
    n: of.parts[part]![cell]!,
    d: group.parts[part]![groupCell]!,
    ...spreadAt(of, cell, {shareOf: part})
  };
}

/** NaN where the aggregate was not asked for the spread: then its own interval is not needed. */
function spreadAt({spreads}: Aggregate, cell: number, spread: SpreadOf): Pick<Moments, "nn" | "nd" | "dd"> {
  const sums = spreads?.get(spreadKey(spread));
  const at = (values: Float64Array | undefined) => values?.[cell] ?? Number.NaN;
  return {nn: at(sums?.nn), nd: at(sums?.nd), dd: at(sums?.dd)};
}
