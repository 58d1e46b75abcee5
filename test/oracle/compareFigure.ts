import {parse} from "csv-parse/sync";
import type {Answer} from "./database.ts";
import type {Question} from "./measures.ts";
import type {Tally} from "./tally.ts";

/** A figure whose CSV was published, and what SQL says. */
export interface PublishedFigure {
  readonly id: string;
  readonly question: Question & {readonly top?: number};
  readonly csv: string;
  readonly answer: Answer;
  /** Of products, whose names SQL gives apart. */
  readonly productNames: readonly string[];
  /** The smallest number of customers that a published cell describes. */
  readonly atLeast: number;
}

type Line = Readonly<Record<string, string>>;

/** Holds every number of a figure's CSV against SQL: values, shares, everyone's, customers, and what is hidden. */
export function compareFigure(figure: PublishedFigure, tally: Tally): void {
  const {id, question, csv, answer} = figure;
  const lines = parse(csv, {columns: true}) as Line[];
  const rows = rowsByLabels(figure);
  const shown = new Set<number>();
  for (const line of lines) {
    const labels = labelsOf(question.by.map((name) => line[name] ?? "?"));
    const row = rows.get(labels);
    if (row !== undefined) shown.add(row);
    tally.cells++;
    compareLine(figure, line, row, `${id}, ${labels || "all"}`, tally);
  }
  if (shown.size === 0) tally.fault(`${id} shows nothing that SQL knows`);
  checkLeftOut(figure, lines, rows, shown, tally);
  if (answer.described_customers!.length === 0) tally.fault(`SQL has no answer to ${id}`);
}

function compareLine(
  {question, answer, atLeast}: PublishedFigure,
  line: Line,
  row: number | undefined,
  place: string,
  tally: Tally
): void {
  const number = (name: string): number =>
    row === undefined ? 0 : ((answer[name]![row] ?? Number.NaN) as number);
  const customers = number("described_customers");
  const tooFew = (count: number) => count > 0 && count < atLeast;
  const hidden = tooFew(customers);
  // A cell may be hidden for the sake of another, from which it would follow: then nothing of it is told.
  if (line.note === "too few customers" && !hidden && customers > 0) {
    const told = Object.keys(line).filter((name) => isOwn(name, question) && line[name] !== "");
    tally.equal(told.join(), "", () => `${place}, hidden`);
    return;
  }
  tally.equal(line.note, hidden ? "too few customers" : "", () => `${place}, note`);
  for (const [name, text] of Object.entries(line)) {
    if (name === "note" || question.by.includes(name) || isOfComparison.test(name)) continue;
    const isOfAll = name.endsWith("_all_customers");
    const isUntold = isOfAll ? tooFew(number("base_customers")) : hidden || tooFew(number("group_customers"));
    const value = name === "customers" ? customers : row === undefined ? absent(name) : number(name);
    const ours = text === "" ? Number.NaN : Number(text);
    tally.near(ours, isUntold ? Number.NaN : value, rounding(name), () => `${place}, ${name}`);
  }
}

/** Intervals and verdicts are held against plain loops and R elsewhere (test/statistics/); their sums against SQL here. */
const isOfComparison = /_(low|high|verdict)$/;

const isOwn = (name: string, {by}: Question): boolean =>
  name !== "note" && !by.includes(name) && !name.endsWith("_all_customers");

/** Money is published with four decimals, all else with six. */
const rounding = (name: string): number =>
  /^(spend|spend_per_\w+|price_per_item)(_all_customers)?$/.test(name) ? 0.000_050_001 : 0.000_000_500_001;

/** Where nobody is, totals and shares are 0 and means do not exist. */
const absent = (name: string): number =>
  /^(customers|orders|items|spend|\w*_share|penetration|index)$/.test(name) && name !== "reorder_share"
    ? 0
    : Number.NaN;

function rowsByLabels({id, question, answer, productNames}: PublishedFigure): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < answer.described_customers!.length; row++) {
    const labels = question.by.map((name) => {
      const value = answer[name]![row]!;
      if (typeof value === "number") return productNames[value]!;
      return name === "hour" ? `${value}–${value.slice(0, 2)}:59` : value;
    });
    const key = labelsOf(labels);
    if (rows.has(key) && question.top === undefined) throw new Error(`${id}: two rows are called ${key}`);
    if (!rows.has(key)) rows.set(key, row);
  }
  return rows;
}

/** As published: spaces are single, and an apostrophe keeps a spreadsheet from running what looks like a formula. */
const labelsOf = (labels: readonly string[]): string =>
  labels
    .map((label) =>
      label
        .replace(/^'(?=[=+\-@])/, "")
        .replace(/\s+/g, " ")
        .trim()
    )
    .join(", ");

/** What a figure leaves out must be nobody, or smaller than all that a figure of the top ones shows. */
function checkLeftOut(
  {id, question, answer, atLeast}: PublishedFigure,
  lines: readonly Line[],
  rows: ReadonlyMap<string, number>,
  shown: ReadonlySet<number>,
  tally: Tally
): void {
  const first = question.measures[0]!;
  const value = (row: number) => answer[first]![row] as number;
  const visible = (row: number) => (answer.described_customers![row] as number) >= atLeast;
  const left = [...rows].filter(([, row]) => !shown.has(row) && visible(row));
  if (question.top === undefined) {
    for (const [labels] of left) tally.fault(`${id} leaves out ${labels}`);
    return;
  }
  tally.equal(lines.length, Math.min(question.top, shown.size + left.length), () => `${id}, rows`);
  const ends = [...shown].map(value);
  const [smallest, largest] = [Math.min(...ends), Math.max(...ends)];
  if (atLeast > 1) return; // some of the top ones may be hidden for the sake of others
  const outside = left.map(([, row]) => value(row));
  const isTop = outside.every((each) => each <= smallest) || outside.every((each) => each >= largest);
  if (!isTop) tally.fault(`${id} shows neither the largest nor the smallest by ${first}`);
}
