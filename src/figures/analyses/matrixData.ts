import type {Crosstabs, SegmentedValue} from "../../../data-loaders/analyses/crosstab.ts";
import {correctedV} from "../../../data-loaders/statistics/cramersV.ts";
import {varianceExplained} from "../../../data-loaders/statistics/varianceExplained.ts";
import type {FigureContext} from "../figureContext.ts";
import {measureNamed} from "../figureContext.ts";
import type {FigureSpec} from "../figureSpec.ts";
import {inSentence, measureTitle} from "../measureTitle.ts";
import type {AnalysisResult, AnalysisRow} from "./analysisRows.ts";

/** How classifications relate: to each other, or to what customers do. */
export function matrixData(
  {analysis}: FigureSpec,
  context: FigureContext,
  crosstabs: Crosstabs,
  customers: number
): AnalysisResult {
  const {of, values} = analysis!;
  const titleOf = (name: string) => crosstabs.segmentations.find((one) => one.name === name)?.title ?? name;
  const notes = followNotes(crosstabs, of, titleOf);
  if (values.length > 0)
    return {
      titles: ["Classification", "Measure"],
      rows: of.flatMap((name) =>
        values.map((value) => ({...explainedRow(name, value, crosstabs, context, titleOf), customers}))
      ),
      customers,
      notes: ["How much of the spread between customers a classification explains; 0% is chance.", ...notes]
    };
  return {
    titles: ["Classification", "With"],
    rows: crosstabs.pairs
      .filter(({rows, columns}) => of.includes(rows) && of.includes(columns))
      .map(({rows, columns, phi, usedRows, usedColumns, customers: counted}): AnalysisRow => {
        const v = correctedV(phi * phi, {customers: counted, rows: usedRows, columns: usedColumns});
        return {labels: [titleOf(rows), titleOf(columns)], values: [v], customers};
      })
      .sort((a, b) => (b.values[0]! || 0) - (a.values[0]! || 0)),
    customers,
    notes
  };
}

/** `Household follows from age group.` */
function followNotes(
  {follows}: Crosstabs,
  of: readonly string[],
  titleOf: (name: string) => string
): readonly string[] {
  return follows
    .filter(({segmentation, from}) => of.includes(segmentation) && of.includes(from))
    .map(({segmentation, from, exactly}) => {
      const sure = exactly ? "" : " for nearly every customer";
      return `${titleOf(segmentation)} follows from ${inSentence(titleOf(from))}${sure}.`;
    });
}

function explainedRow(
  name: string,
  value: string,
  crosstabs: Crosstabs,
  context: FigureContext,
  titleOf: (name: string) => string
): Pick<AnalysisRow, "labels" | "values"> {
  const measure = measureNamed(context, value)!;
  const over = measure.kind === "ratio" ? measure.over : undefined;
  const found = crosstabs.values.find(
    (one) => one.segmentation === name && one.value.over[0] === over?.[0] && one.value.over[1] === over[1]
  );
  return {
    labels: [titleOf(name), measureTitle(measure)],
    values: [found ? explained(found) : Number.NaN]
  };
}

function explained({customers, mean, squares}: SegmentedValue): number {
  const groups = Array.from(customers, (count, at) => {
    const n = count * mean[at]!;
    return {customers: count, n, d: count, nn: squares[at]! + (n * n) / count, nd: n, dd: count};
  });
  return varianceExplained(groups).epsilonSquared;
}
