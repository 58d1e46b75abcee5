import type {Dimension} from "../../../data-loaders/aggregates/aggregate.ts";
import type {Interval} from "../../../data-loaders/statistics/interval.ts";
import type {AnalysisMeasure} from "../figureMeasure.ts";
import type {AnalysisPicture, FigureData, FigureRow} from "../figureData.ts";
import type {FigureSpec} from "../figureSpec.ts";

/** Grain: one row of an analysis, before it becomes one of a figure. */
export interface AnalysisRow {
  /** One per dimension of the figure. */
  readonly labels: readonly string[];
  /** One per measure; NaN where hidden. */
  readonly values: readonly number[];
  readonly customers: number;
  /** Of the first measure. */
  readonly interval?: Interval;
  /** Words that the rows have besides: `mostly` of a decomposition. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface AnalysisResult {
  /** Titles of the dimensions. */
  readonly titles: readonly string[];
  readonly rows: readonly AnalysisRow[];
  readonly customers: number;
  readonly everyone?: readonly number[];
  /** How many rows there are before only the top ones are kept. */
  readonly count?: number;
  readonly notes?: readonly string[];
  readonly picture?: AnalysisPicture;
  /** Why there is nothing to show. */
  readonly nothing?: string;
}

/** An analysis in the form of every figure, so that tables, downloads and bindings need not know of it. */
export function analysisFigure(spec: FigureSpec, result: AnalysisResult): FigureData {
  const measures: readonly AnalysisMeasure[] = spec.analysis!.measures;
  const {titles, rows, customers, everyone, count, notes = [], picture, nothing} = result;
  const dimensions = spec.by.map((name, at): Dimension => {
    const labels = [...new Set(rows.map((row) => row.labels[at]!))];
    return {name, title: titles[at]!, grain: "item", labels, ordered: true};
  });
  const none = measures.map(() => Number.NaN);
  return {
    spec,
    measures,
    dimensions,
    rows: rows.map(
      (row): FigureRow => ({
        codes: row.labels.map((label, at) => dimensions[at]!.labels.indexOf(label)),
        labels: row.labels.map((name) => ({name, short: name})),
        values: row.values,
        bases: none,
        shares: none,
        intervals: measures.map((_, at) => (at === 0 ? row.interval : undefined)),
        verdicts: measures.map(() => undefined),
        customers: row.customers,
        hidden: row.values.every((value) => Number.isNaN(value)),
        ...(row.words && {words: row.words})
      })
    ),
    verdicts: measures.map(() => undefined),
    labelCount: count ?? rows.length,
    group: {customers, values: everyone ?? none},
    everyone: everyone ?? none,
    notes,
    ...(picture && {picture}),
    ...(nothing !== undefined && {nothing})
  };
}
