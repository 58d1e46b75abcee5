import type {Sources} from "../../data-loaders/config/sources.ts";
import type {Dimension} from "../../data-loaders/aggregates/aggregate.ts";
import type {FigureContext} from "./figureContext.ts";
import {measureNamed} from "./figureContext.ts";
import type {FigureSpec} from "./figureSpec.ts";
import type {FigureData} from "./figureData.ts";
import {extreme} from "./figureMarks.ts";
import {formatOf, tooFew, unitWords} from "./format.ts";
import {showsInventedValues} from "./inventedValues.ts";
import {inSentence, measureTitle} from "./measureTitle.ts";
import {verdictNote, verdictSentences} from "./verdictNotes.ts";
import {wordList} from "./wordList.ts";

/** What a figure says about itself besides its finding; plain text, not yet escaped. */
export interface FigureWords {
  /** Measure, unit, base and number of customers. */
  readonly subtitle: string;
  /** Assumptions, how to read the marks, source: sentences. */
  readonly notes: readonly string[];
  /** What a reader should conclude, then the range; the table carries the values. */
  readonly alt: string;
}

export interface WordsContext extends FigureContext {
  readonly sources: Pick<Sources, "citation" | "notice" | "day_zero">;
  readonly customersAtLeast: number;
}

export function figureWords(
  data: FigureData,
  finding: string,
  note: string,
  context: WordsContext
): FigureWords {
  return {
    subtitle: [
      whatIsShown(data, context),
      baseWords(data),
      `n = ${count(data.group.customers)} customers`
    ].join(" · "),
    notes: [...(note ? [note] : []), ...ownNotes(data, context)],
    alt: [`${finding.replace(/[.\s]+$/, "")}.`, rangeWords(data, context), verdictSentences(data)]
      .filter(Boolean)
      .join(" ")
  };
}

/** `Share of item lines by department, %`. */
function whatIsShown(
  {measures, dimensions, spec}: FigureData,
  {measures: {currency}}: FigureContext
): string {
  const [told] = measures;
  if (told?.kind === "analysis") return `${told.title}: ${told.says}`;
  const [head = "", ...more] = measures.map(measureTitle);
  const titles = more.length > 3 ? `${measures.length} measures` : wordList([head, ...more.map(inSentence)]);
  const by = spec.by.length > 0 ? ` by ${wordList(dimensions.map(({title}) => inSentence(title)))}` : "";
  const [first] = measures;
  const isMoney = first!.unit === "money" || first!.unit.startsWith("money ");
  const unit = measures.length > 1 ? "" : isMoney ? `, ${currency}` : first!.unit === "share" ? ", %" : "";
  const index = first!.kind === "index" ? `, ${unitWords(first!, currency)}` : "";
  return `${titles}${by}${unit}${index}`;
}

function baseWords({spec, measures, dimensions}: FigureData): string {
  const within = dimensions.find(({name}) => name === spec.within);
  const isShare = measures[0]!.kind === "share";
  if (within && isShare) return `each ${groupWords(within)} = 100%`;
  if (spec.of) return `base: ${spec.of.label}`;
  if (spec.analysis) return `base: ${measures[0]!.base}`;
  const isOfCustomers = measures.length > 1 || measures[0]!.kind === "penetration";
  return isOfCustomers ? "base: all customers" : `base: ${measures[0]!.base}`;
}

function ownNotes(data: FigureData, context: WordsContext): string[] {
  const {spec, rows, labelCount, dimensions} = data;
  const {sources, customersAtLeast} = context;
  const shown = new Set(rows.map(({codes}) => codes[0])).size;
  const hasBase = spec.compared && (spec.chart === "bars" || spec.chart === "columns");
  return [
    !spec.analysis && spec.top && labelCount > shown
      ? `The ${count(shown)} ${spec.sort === "lowest" ? "smallest" : "largest"} of ${count(labelCount)} ${plural(inSentence(dimensions[0]!.title))}.`
      : "",
    hasBase
      ? `The ${dimensions.at(-1)!.labels.length > 9 && spec.chart === "columns" ? "line" : "tick"} marks all customers.`
      : "",
    spec.chart === "heatmap" && data.verdicts[0] ? "Coloured where a cell differs from everyone." : "",
    spec.chart === "multiples"
      ? "Bars are indices: all customers = 100. Coloured where a segment differs from everyone."
      : "",
    spec.chart === "index" ? "The scale is logarithmic: half and twice are equally far from 100." : "",
    spec.by.includes("day") || spec.chart === "schedule"
      ? `Day 0 of the data is taken to be ${sources.day_zero}; the data does not say.`
      : "",
    rows.some(({hidden}) => hidden)
      ? `“${sentenceCase(tooFew)}”: fewer than ${count(customersAtLeast)} customers, or a number from which such would follow; not shown.`
      : "",
    verdictNote(data),
    ...(data.notes ?? []),
    ...lackingNotes(spec, context),
    `Source: ${sources.citation}.`,
    showsInventedValues(spec, context) ? sources.notice : ""
  ].filter((note) => note !== "");
}

/** `Left out: share of spend; this data has no prices.` */
function lackingNotes({lacking}: FigureSpec, context: FigureContext): string[] {
  return [...new Set(lacking.values())].map((reason) => {
    const names = [...lacking].filter(([, why]) => why === reason).map(([name]) => name);
    return `Left out: ${wordList(names.map((name) => inSentence(measureTitle(measureNamed(context, name)!))))}; ${reason}.`;
  });
}

/** From the lowest to the highest value and what they stand for. */
function rangeWords(data: FigureData, context: FigureContext): string {
  if (data.dimensions.length === 0 || data.rows.length < 2) return "";
  return data.measures
    .slice(0, 4)
    .map((measure, at) => {
      const [low, high] = [extreme(data.rows, at, -1), extreme(data.rows, at, 1)];
      if (!low || !high) return "";
      const {prose} = formatOf(measure, context.measures.currency);
      const end = (row: typeof low) =>
        `${prose(row.values[at]!)} (${row.labels.map(({name}) => name).join(", ")})`;
      return `${measureTitle(measure)} runs from ${end(low)} to ${end(high)}.`;
    })
    .filter(Boolean)
    .join(" ");
}

/** `department`, `age group`, `loyalty group`: one of the dimension's labels. */
function groupWords({title, grain}: Dimension): string {
  const words = inSentence(title);
  return grain !== "customer" || words.endsWith("group") ? words : `${words} group`;
}

const count = (value: number) => value.toLocaleString("en-US");
const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const plural = (noun: string) => (noun.endsWith("s") ? noun : `${noun}s`);
