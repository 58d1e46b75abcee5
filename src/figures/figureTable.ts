import type {FigureContext} from "./figureContext.ts";
import type {FigureData, FigureRow} from "./figureData.ts";
import {valueWords} from "./figureMarks.ts";
import {formatOf, noValue, tooFew} from "./format.ts";
import {measureTitle} from "./measureTitle.ts";
import {rowsByLabel} from "./rowsByLabel.ts";

export interface TableCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** A table as the reader sees it, not yet escaped. */
export interface FigureTable {
  readonly heads: readonly TableCell[];
  readonly rows: readonly {readonly cells: readonly TableCell[]; readonly isTotal: boolean}[];
}

/** Lays a figure's values out for reading; the CSV (figureCsv.ts) carries all of them in long form. */
export function figureTable(data: FigureData, context: FigureContext): FigureTable {
  if (data.dimensions.length === 2) return pivoted(data, context);
  return data.dimensions.length === 1 ? listed(data, context) : compared(data, context);
}

const words = (text: string): TableCell => ({text, isNumber: false});
const number = (text: string): TableCell => ({text, isNumber: true});
const countText = (customers: number) =>
  Number.isFinite(customers) ? customers.toLocaleString("en-US") : tooFew;

/** One row per label: measures, shares of what adds up, everyone's value, customers. */
function listed(data: FigureData, context: FigureContext): FigureTable {
  const {measures, dimensions, spec} = data;
  const formats = measures.map((measure) => formatOf(measure, context.measures.currency));
  const isTable = spec.chart === "table";
  const hasShares = data.rows.some(({shares}) => Number.isFinite(shares[0])) && measures.length === 1;
  const hasBases = spec.compared && !isTable;
  const hasCustomers = measures.every(({unit}) => unit !== "customers");
  const rows = data.rows.map((row) => ({
    isTotal: false,
    cells: [
      words(row.labels[0]!.name),
      ...measures.map((_, at) => number(valueWords(row, row.values[at]!, formats[at]!.exact))),
      ...(hasShares ? [number(valueWords(row, row.shares[0]!, percent))] : []),
      ...(hasBases ? measures.map((_, at) => number(formats[at]!.exact(row.bases[at]!))) : []),
      ...(hasCustomers ? [number(countText(row.customers))] : [])
    ]
  }));
  const total = {
    isTotal: true,
    cells: [
      words("All customers"),
      ...data.everyone.map((value, at) => number(formats[at]!.exact(value))),
      ...(hasCustomers ? [number(countText(data.group.customers))] : [])
    ]
  };
  return {
    heads: [
      words(dimensions[0]!.title),
      ...measures.map((measure) => number(measureTitle(measure))),
      ...(hasShares ? [number("Share of all")] : []),
      ...(hasBases ? measures.map((measure) => number(`${measureTitle(measure)}, all customers`)) : []),
      ...(hasCustomers ? [number("Customers")] : [])
    ],
    rows: isTable && spec.compared ? [...rows, total] : rows
  };
}

/** One measure by two dimensions; the longer one goes down the page. */
function pivoted(data: FigureData, context: FigureContext): FigureTable {
  const format = formatOf(data.measures[0]!, context.measures.currency);
  const [first, second] = data.dimensions;
  const byFirst = rowsByLabel(data);
  const isTurned = (byFirst[0]?.length ?? 0) > 12;
  const lines = isTurned ? turned(byFirst) : byFirst;
  const [down, along] = isTurned ? [1, 0] : [0, 1];
  return {
    heads: [
      words((isTurned ? second : first)!.title),
      ...(lines[0] ?? []).map((row) => number(row.labels[along]!.name))
    ],
    rows: lines.map((line) => ({
      isTotal: false,
      cells: [
        words(line[0]!.labels[down]!.name),
        ...line.map((row) => number(valueWords(row, row.values[0]!, format.exact)))
      ]
    }))
  };
}

function turned(lines: readonly (readonly FigureRow[])[]): readonly (readonly FigureRow[])[] {
  return (lines[0] ?? []).map((_, at) => lines.map((line) => line[at]!));
}

/** Measures of one group down the page, with everyone's beside and the group's index. */
function compared(data: FigureData, context: FigureContext): FigureTable {
  const row = data.rows[0]!;
  const heads = [words("Measure"), number(data.spec.of?.label ?? "All customers")];
  const more = data.spec.compared ? [number("All customers"), number("Index, everyone = 100")] : [];
  return {
    heads: [...heads, ...more],
    rows: data.measures.map((measure, at) => {
      const format = formatOf(measure, context.measures.currency);
      const [value, base] = [row.values[at]!, row.bases[at]!];
      const index = measure.kind === "total" ? Number.NaN : (100 * value) / base;
      return {
        isTotal: false,
        cells: [
          words(measureTitle(measure)),
          number(valueWords(row, value, format.exact)),
          ...(data.spec.compared
            ? [number(format.exact(base)), number(Number.isFinite(index) ? index.toFixed(0) : noValue)]
            : [])
        ]
      };
    })
  };
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
