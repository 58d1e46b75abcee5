import type {Aggregate, AggregateQuery, Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {Concentration} from "../../data-loaders/analyses/concentration.ts";
import type {PriceLadder} from "../../data-loaders/analyses/priceLadder.ts";
import type {FactoredShare} from "../../data-loaders/analyses/shareFactors.ts";
import type {WindowPlan} from "../../data-loaders/analyses/windowPlan.ts";
import type {Interval} from "../../data-loaders/statistics/interval.ts";
import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import {cellsOnto, codeAt, segmentCode, sliceFirst} from "./aggregateCells.ts";
import type {FigureContext} from "./figureContext.ts";
import {measureNamed, segmentationNamed} from "./figureContext.ts";
import type {FigureMeasure} from "./figureMeasure.ts";
import {figureQueries} from "./figureQueries.ts";
import {comparisonColumns, figureVerdict} from "./figureVerdict.ts";
import type {FigureVerdict} from "./figureVerdict.ts";
import type {FigureSpec} from "./figureSpec.ts";
import {labelName} from "./labelName.ts";
import type {LabelName} from "./labelName.ts";
import {restOf} from "./segmentColours.ts";
import {shownOrder} from "./shownOrder.ts";
import {valueColumns, wholeValues} from "./valueColumns.ts";

/** Aggregates that were counted beforehand, by query. */
export type Aggregates = (query: AggregateQuery) => Aggregate;

/** Grain: one row per cell of a figure, in the order shown. Values are in the measures' units, money in cents. */
export interface FigureRow {
  /** Codes and names of the cell's labels, one per dimension of the figure. */
  readonly codes: readonly number[];
  readonly labels: readonly LabelName[];
  /** One per measure; NaN when hidden or when there is none. */
  readonly values: readonly number[];
  /** Everyone's values where the figure compares, else NaN. */
  readonly bases: readonly number[];
  /** Shares of the group's total, of measures that add up, else NaN. */
  readonly shares: readonly number[];
  /** 95 % intervals of the values, where the figure compares; customers are what chance draws. */
  readonly intervals: readonly (Interval | undefined)[];
  /** What the comparisons with everyone come to; undefined where nothing is compared or the row is hidden. */
  readonly verdicts: readonly (Verdict | undefined)[];
  /** Customers the values describe; NaN when hidden. */
  readonly customers: number;
  readonly hidden: boolean;
  /** What an analysis says of the row besides: `mostly` of a decomposition. */
  readonly words?: Readonly<Record<string, string>>;
}

/** What an analysis is drawn from, where its rows are not enough. */
export type AnalysisPicture =
  | {readonly form: "concentration"; readonly concentration: Concentration}
  | {readonly form: "schedule"; readonly plan: WindowPlan; readonly hours: Aggregate}
  | {readonly form: "ladder"; readonly ladder: PriceLadder}
  | {readonly form: "decomposition"; readonly rows: readonly FactoredShare[]; readonly isPriced: boolean};

export interface FigureData {
  readonly spec: FigureSpec;
  readonly measures: readonly FigureMeasure[];
  /** In the order of `by`. */
  readonly dimensions: readonly Dimension[];
  readonly rows: readonly FigureRow[];
  /** One per measure; undefined where it is not compared. */
  readonly verdicts: readonly (FigureVerdict | undefined)[];
  /** How many labels the first dimension has before only the top ones are kept. */
  readonly labelCount: number;
  /** Customers of the group the figure describes, and its values of the measures. */
  readonly group: {readonly customers: number; readonly values: readonly number[]};
  /** The measures over everyone. */
  readonly everyone: readonly number[];
  /** Sentences that belong under the figure. */
  readonly notes?: readonly string[];
  readonly picture?: AnalysisPicture;
  /** Why there is nothing to show, in words; absent where there is. */
  readonly nothing?: string;
}

/** Computes the rows of a figure of measures (analyses: analysisData.ts). Throws a plain Error when the aggregates do not fit: the figure was checked before. */
export function figureData(spec: FigureSpec, context: FigureContext, aggregate: Aggregates): FigureData {
  const measures = spec.measures.map((name) => measureNamed(context, name)!);
  const queries = figureQueries(spec, context);
  const of = (found: Aggregate) => (spec.of ? sliceFirst(found, segmentCode(found, spec.of.label)) : found);
  const cells = of(aggregate(queries.cells));
  const everyone = aggregate(queries.everyone);
  const whole = of(aggregate(queries.whole));
  const base = aggregate(queries.base);
  const valued = valueColumns(measures, cells, of(aggregate(queries.group)), base, everyone);
  const dimensions = spec.by.map((name) => cells.dimensions.find((dimension) => dimension.name === name)!);
  const rest = restLabel(spec.by[0], context);
  const baseOf = cellsOnto(cells, base);
  const order = shownOrder({
    spec,
    dimensions,
    cells,
    values: valued.values[0]!,
    everyone: Array.from(baseOf, (cell) => base.parts.customers[cell]!),
    ...(rest !== undefined && {rest})
  });
  const compared = comparisonColumns(measures, spec, context, aggregate);
  const rows = order.map((cell): FigureRow => {
    const isHidden = cells.hidden[cell] === 1;
    const found = compared.map((column) => (isHidden ? undefined : column?.[cell]));
    const codes = dimensions.map(({name}) => codeAt(cells, cell, name));
    return {
      codes,
      labels: codes.map((code, at) => labelName(dimensions[at]!, code)),
      values: valued.values.map((column) => column[cell]!),
      bases: valued.bases.map((column) => (spec.compared ? column[cell]! : Number.NaN)),
      shares: valued.shares.map((column) => column[cell] ?? Number.NaN),
      intervals: found.map((one) => one?.interval),
      verdicts: found.map((one) => one?.verdict),
      customers: cells.parts.customers[cell]!,
      hidden: isHidden
    };
  });
  return {
    spec,
    measures,
    dimensions,
    rows,
    verdicts: compared.map((column, at) => column && figureVerdict(order, rows, column, at)),
    labelCount: dimensions[0]?.labels.length ?? 1,
    group: {customers: whole.parts.customers[0]!, values: wholeValues(measures, whole, everyone)},
    everyone: wholeValues(measures, everyone, everyone)
  };
}

function restLabel(name: string | undefined, context: FigureContext): string | undefined {
  const segmentation = segmentationNamed(context, name ?? "");
  return segmentation && restOf(segmentation);
}
