import type {Factor, FactoredShare} from "../../../data-loaders/analyses/shareFactors.ts";
import {colours} from "../../charts/chartColours.ts";
import type {ChartMark} from "../../charts/chartMark.ts";
import type {DecompositionRow} from "../../charts/decompositionBars.ts";
import {plainText} from "../../charts/escapeText.ts";
import type {FigureContext} from "../figureContext.ts";
import type {AnalysisPicture} from "../figureData.ts";
import {formatOf} from "../format.ts";
import {analysisMeasures} from "./analysisMeasures.ts";

const columns = [
  ["buyers", analysisMeasures.buyers],
  ["items_per_buyer", analysisMeasures.items_per_buyer],
  ["price", analysisMeasures.price]
] as const;

/** Each factor of each row as a bar from the mean row; the one that weighs most stands out. */
export function decompositionRows(
  {rows, isPriced}: Extract<AnalysisPicture, {form: "decomposition"}>,
  {measures: {currency}}: FigureContext
): {readonly titles: readonly string[]; readonly rows: readonly DecompositionRow[]} {
  const shown = columns.filter(([name]) => isPriced || name !== "price");
  return {
    titles: shown.map(([, measure]) => measure.title),
    rows: rows.map((row) => {
      const name = plainText(row.label);
      return {
        name,
        factors: shown.map(([factor, measure]) => {
          const {found, isMain} = factorOf(row, factor, isPriced);
          const {label, exact} = formatOf(measure, currency);
          return factorMark(name, found, isMain, label, `${measure.title} ${exact(found.value)}`);
        })
      };
    })
  };
}

function factorOf(
  {items, spend}: FactoredShare,
  name: "buyers" | "items_per_buyer" | "price",
  isPriced: boolean
): {readonly found: Factor; readonly isMain: boolean} {
  if (isPriced && spend) return {found: spend.factors[name], isMain: spend.main === name};
  if (name === "price")
    return {found: {value: Number.NaN, log: Number.NaN, index: Number.NaN}, isMain: false};
  return {found: items.factors[name], isMain: items.main === name};
}

function factorMark(
  name: string,
  {value, index}: Factor,
  isMain: boolean,
  write: (value: number) => string,
  words: string
): ChartMark {
  return {
    name,
    short: name,
    value: index,
    label: write(value),
    tip: `${name}: ${words}, index ${index.toFixed(0)} (the mean row = 100)`,
    fill: isMain ? colours.accent : colours.mark,
    on: colours.paper,
    hidden: false,
    labelled: isMain
  };
}
