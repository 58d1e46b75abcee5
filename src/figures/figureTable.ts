import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import {VERDICT_WORDS} from "../../data-loaders/statistics/verdictWords.ts";
import type {FigureContext} from "./figureContext.ts";
import type {FigureData, FigureRow} from "./figureData.ts";
import {valueWords} from "./figureMarks.ts";
import type {Format} from "./format.ts";
import {formatOf, intervalText, noValue, tooFew} from "./format.ts";
import {analysisTable} from "./analyses/analysisTable.ts";
import {inSentence, measureTitle} from "./measureTitle.ts";
import {rowsByLabel} from "./rowsByLabel.ts";
import {wordList} from "./wordList.ts";

export interface TableCell {
  readonly text: string;
  readonly isNumber: boolean;
  /** A second line, such as the interval of the value. */
  readonly below?: string;
  /** What the comparison with everyone comes to, drawn as a mark before the words. */
  readonly verdict?: Verdict;
  /** True where a difference is to stand out. */
  readonly stands?: boolean;
}

/** A table as the reader sees it, not yet escaped. */
export interface FigureTable {
  readonly heads: readonly TableCell[];
  readonly rows: readonly {readonly cells: readonly TableCell[]; readonly isTotal: boolean}[];
}

/** Lays a figure's values out for reading; the CSV (figureCsv.ts) carries all of them in long form. */
export function figureTable(data: FigureData, context: FigureContext): FigureTable {
  if (data.spec.analysis) return analysisTable(data, context);
  if (data.dimensions.length === 2) return pivoted(data, context);
  if (data.dimensions.length === 0) return groupTable(data, context);
  return isHabits(data) ? habitsTable(data, context) : listed(data, context);
}

/** Many measures of segments beside everyone: measures read down the page. */
function isHabits({spec, measures, dimensions}: FigureData): boolean {
  return (
    spec.chart === "table" && spec.compared && measures.length > 1 && dimensions[0]!.grain === "customer"
  );
}

const words = (text: string): TableCell => ({text, isNumber: false});
const number = (text: string): TableCell => ({text, isNumber: true});
const countText = (customers: number) =>
  Number.isFinite(customers) ? customers.toLocaleString("en-US") : tooFew;

/** One row per label: measures, shares of what adds up, everyone's value, interval and verdict, customers. */
function listed(data: FigureData, context: FigureContext): FigureTable {
  const {measures, dimensions, spec} = data;
  const formats = measures.map((measure) => formatOf(measure, context.measures.currency));
  const isTable = spec.chart === "table";
  const hasShares = data.rows.some(({shares}) => Number.isFinite(shares[0])) && measures.length === 1;
  const hasBases = spec.compared && !isTable;
  const hasCustomers = measures.every(({unit}) => unit !== "customers");
  const hasVerdicts = measures.length === 1 && data.verdicts[0] !== undefined;
  const rows = data.rows.map((row) => ({
    isTotal: false,
    cells: [
      words(row.labels[0]!.name),
      ...measures.map((_, at) => number(valueWords(row, row.values[at]!, formats[at]!.exact))),
      ...(hasShares ? [number(valueWords(row, row.shares[0]!, percent))] : []),
      ...(hasBases ? measures.map((_, at) => number(formats[at]!.exact(row.bases[at]!))) : []),
      ...(hasVerdicts ? [intervalCell(row, 0, formats[0]!), verdictCell(row.verdicts[0])] : []),
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
      ...(hasVerdicts ? [number("95% interval"), words("Against everyone")] : []),
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

/** Measures of one group down the page, with everyone's beside, the group's index and what it comes to. */
function groupTable(data: FigureData, context: FigureContext): FigureTable {
  const row = data.rows[0]!;
  const {compared, of} = data.spec;
  const hasVerdicts = compared && data.verdicts.some(Boolean);
  return {
    heads: [
      words("Measure"),
      number(of?.label ?? "All customers"),
      ...(compared ? [number("All customers"), number("Index, everyone = 100")] : []),
      ...(hasVerdicts ? [words("Against everyone")] : [])
    ],
    rows: data.measures.map((measure, at) => {
      const format = formatOf(measure, context.measures.currency);
      const [value, base] = [row.values[at]!, row.bases[at]!];
      const index = measure.kind === "total" ? Number.NaN : (100 * value) / base;
      const indexText = Number.isFinite(index) ? index.toFixed(0) : noValue;
      return {
        isTotal: false,
        cells: [
          words(measureTitle(measure)),
          compared ? valueCell(row, at, format) : number(valueWords(row, value, format.exact)),
          ...(compared ? [number(format.exact(base)), number(indexText)] : []),
          ...(hasVerdicts ? [verdictCell(row.verdicts[at])] : [])
        ]
      };
    })
  };
}

/** Measures down the page, segments along it, then everyone and the verdict; customers stand last. */
function habitsTable(data: FigureData, context: FigureContext): FigureTable {
  const {rows, measures, verdicts, everyone, dimensions} = data;
  return {
    heads: [
      words("Measure"),
      ...rows.map(({labels}) => number(labels[0]!.name)),
      number("All customers"),
      words(`Differs by ${inSentence(dimensions[0]!.title)}?`)
    ],
    rows: [
      ...measures.map((measure, at) => {
        const format = formatOf(measure, context.measures.currency);
        return {
          isTotal: false,
          cells: [
            words(measureTitle(measure)),
            ...rows.map((row) => valueCell(row, at, format)),
            number(format.exact(everyone[at]!)),
            verdictCell(verdicts[at]?.verdict, verdicts[at]?.differing)
          ]
        };
      }),
      {
        isTotal: true,
        cells: [
          words("Customers"),
          ...rows.map(({customers}) => number(countText(customers))),
          number(countText(data.group.customers)),
          words("")
        ]
      }
    ]
  };
}

/** A value over its interval; a difference stands out. */
function valueCell(row: FigureRow, at: number, format: Format): TableCell {
  const interval = row.intervals[at];
  return {
    ...number(valueWords(row, row.values[at]!, format.exact)),
    ...(interval && Number.isFinite(interval.low) && {below: intervalText(interval, format)}),
    ...(row.verdicts[at] === "difference" && {stands: true})
  };
}

function intervalCell(row: FigureRow, at: number, format: Format): TableCell {
  const interval = row.intervals[at];
  return number(interval && Number.isFinite(interval.low) ? intervalText(interval, format) : noValue);
}

function verdictCell(verdict: Verdict | undefined, differing: readonly string[] = []): TableCell {
  if (!verdict) return words(noValue);
  const names = verdict === "difference" && differing.length > 0 ? {below: wordList(differing)} : {};
  return {...words(VERDICT_WORDS[verdict]), verdict, ...names};
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
