import type {FigureContext} from "../figureContext.ts";
import type {FigureData} from "../figureData.ts";
import type {FigureTable, TableCell} from "../figureTable.ts";
import {valueWords} from "../figureMarks.ts";
import {formatOf, intervalText, tooFew} from "../format.ts";
import {measureTitle, sentence} from "../measureTitle.ts";

/** One row per row of the analysis: its labels, its words, what it tells, and how many customers it describes. */
export function analysisTable(data: FigureData, context: FigureContext): FigureTable {
  const {measures, dimensions, rows} = data;
  const formats = measures.map((measure) => formatOf(measure, context.measures.currency));
  const words = Object.keys(rows[0]?.words ?? {});
  const isOneGroup = rows.every(({customers}) => customers === data.group.customers);
  return {
    heads: [
      ...dimensions.map(({title}) => text(title)),
      ...words.map((name) => text(sentence(name))),
      ...measures.map((measure) => number(measureTitle(measure))),
      ...(isOneGroup ? [] : [number("Customers")])
    ],
    rows: rows.map((row) => ({
      isTotal: false,
      cells: [
        ...row.labels.map(({name}) => text(name)),
        ...words.map((name) => text(row.words?.[name] ?? "")),
        ...row.values.map((value, at) => {
          const interval = row.intervals[at];
          return {
            ...number(valueWords(row, value, formats[at]!.exact)),
            ...(interval && Number.isFinite(interval.low) && {below: intervalText(interval, formats[at]!)})
          };
        }),
        ...(isOneGroup
          ? []
          : [number(Number.isFinite(row.customers) ? row.customers.toLocaleString("en-US") : tooFew)])
      ]
    }))
  };
}

const text = (words: string): TableCell => ({text: words, isNumber: false});
const number = (words: string): TableCell => ({text: words, isNumber: true});
