import type {FigureData, FigureRow} from "./figureData.ts";
import type {FigureMeasure} from "./figureMeasure.ts";
import {tooFew} from "./format.ts";

/**
 * A figure's data as CSV, in long form: one line per cell, a column per dimension and measure; everyone's value, the
 * 95 % interval and the verdict where it compares; and the customers each line describes. Money in the currency's unit, shares from 0 to 1. Hidden cells
 * are empty and say so in `note`.
 */
export function figureCsv(data: FigureData): string {
  const {measures, dimensions, spec, rows, verdicts} = data;
  const hasShares = measures.map((_, at) => rows.some(({shares}) => Number.isFinite(shares[at])));
  const isMore = measures.every(({unit}) => unit !== "customers");
  const header = [
    ...dimensions.map(({name}) => name),
    ...measures.flatMap(({name}, at) => [
      name,
      ...(hasShares[at] ? [`${name}_share`] : []),
      ...(spec.compared ? [`${name}_all_customers`] : []),
      ...(verdicts[at] ? [`${name}_low`, `${name}_high`, `${name}_verdict`] : [])
    ]),
    ...(isMore ? ["customers"] : []),
    "note"
  ];
  const lines = rows.map((row) => [
    ...row.labels.map(({name}) => textCell(name)),
    ...measures.flatMap((measure, at) => [
      numberCell(measure, row.values[at]!),
      ...(hasShares[at] ? [plainNumber(row.shares[at]!, 6)] : []),
      ...(spec.compared ? [numberCell(measure, row.bases[at]!)] : []),
      ...(verdicts[at] ? comparisonCells(measure, row, at) : [])
    ]),
    ...(isMore ? [plainNumber(row.customers, 0)] : []),
    row.hidden ? `${tooFew} customers` : ""
  ]);
  return [header, ...lines].map((cells) => `${cells.join(",")}\n`).join("");
}

function comparisonCells(measure: FigureMeasure, {intervals, verdicts}: FigureRow, at: number): string[] {
  const {low, high} = intervals[at] ?? {low: Number.NaN, high: Number.NaN};
  return [numberCell(measure, low), numberCell(measure, high), verdicts[at] ?? ""];
}

/** Quoted where CSV needs it. A spreadsheet would run a text that begins like a formula: an apostrophe stops it. */
function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function numberCell({unit}: FigureMeasure, value: number): string {
  const isMoney = unit === "money" || unit.startsWith("money ");
  return plainNumber(isMoney ? value / 100 : value, isMoney ? 4 : 6);
}

/** At most so many decimals, without trailing zeros; empty for no value. */
function plainNumber(value: number, decimals: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(decimals))) : "";
}
