import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {FigureContext} from "../figures/figureContext.ts";
import {measureNamed, segmentationNamed} from "../figures/figureContext.ts";
import type {FigureData, FigureRow} from "../figures/figureData.ts";
import {figureQueries} from "../figures/figureQueries.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import {formatOf, oneIn, times, tooFew} from "../figures/format.ts";
import type {Step} from "./bindingPath.ts";
import type {ScopeNode} from "./scope.ts";
import {branch, leaf, ScopeError, unavailableNode} from "./scope.ts";

/** What can be asked of one figure, or of a grouping that stands in no figure. */
export interface FigureSource {
  readonly spec: FigureSpec;
  readonly context: FigureContext;
  /** Called by writing only. */
  readonly data: (spec: FigureSpec) => FigureData;
  /** The figure's own link; absent for groupings. */
  readonly link?: ScopeNode;
}

type FindRow = (data: FigureData) => FigureRow;

/** `highest`, `["Loyal"]`, `[2]`, `spread`, `all`, `customers`, `count`, `largest`, `figure`, or a measure. */
export function figureNode(source: FigureSource, measure = 0): ScopeNode {
  const {spec, context, link} = source;
  if (spec.unavailable) return unavailableNode(spec.unavailable);
  const data = () => source.data(spec);
  const ranked =
    (rank: number): FindRow =>
    (found) =>
      rowAtRank(found, measure, rank);
  const row = (find: FindRow) => rowNode(source, find, measure);
  const values = (found: FigureData) => finite(found.rows.map(({values}) => values[measure]!));
  const value = (get: (found: FigureData) => number) =>
    valueNode(source, measure, () => ({value: get(data()), hidden: false}));
  const named = branch({
    highest: () => row(ranked(1)),
    lowest: () => row(ranked(-1)),
    first: () => row(({rows}) => someRow(rows[0])),
    last: () => row(({rows}) => someRow(rows.at(-1))),
    spread: () => value((found) => Math.max(...values(found)) - Math.min(...values(found))),
    ratio: () => leaf(() => times(Math.max(...values(data())) / Math.min(...values(data())))),
    all: () => value(({group}) => group.values[measure]!),
    everyone: () => value(({everyone}) => everyone[measure]!),
    customers: () => leaf(() => count(data().group.customers)),
    count: () => leaf(() => count(data().labelCount)),
    ...(spec.by.length === 2 && {largest: () => largestNode(source, measure)}),
    ...lackingNodes(spec),
    ...(link && {figure: () => link}),
    ...Object.fromEntries(spec.measures.map((name, at) => [name, () => figureNode(source, at)]))
  });
  return {
    names: [...named.names, ...(knownLabels(source) ?? [])],
    step: (step) => {
      if (step.kind === "rank") return step.rank === 0 ? undefined : row(ranked(step.rank));
      return step.kind === "label" ? labelNode(source, [step.label], measure) : named.step(step);
    },
    queries: Object.values(figureQueries(spec, context))
  };
}

/** Of a figure by two dimensions, the label that stands first: the largest where rows stand by size. */
function largestNode(source: FigureSource, measure: number): ScopeNode {
  const first = (data: FigureData) => someRow(data.rows[0]).labels[0]!.name;
  const among = (rank: number) =>
    rowNode(source, (data) => rowAtRank(data, measure, rank, [first(data)]), measure);
  return branch({
    name: () => leaf(() => first(source.data(source.spec))),
    highest: () => among(1),
    lowest: () => among(-1)
  });
}

/** Measures that stand in the figure when the data has them. */
function lackingNodes({lacking}: FigureSpec): Readonly<Record<string, () => ScopeNode>> {
  return Object.fromEntries([...lacking].map(([name, reason]) => [name, () => unavailableNode(reason)]));
}

/** One label per dimension leads to a row; of two dimensions, one label alone leads to its rows. */
function labelNode(source: FigureSource, labels: readonly string[], measure: number): ScopeNode | undefined {
  const {spec} = source;
  const known = knownLabels(source);
  if (labels.length > spec.by.length || (known && !known.includes(labels.at(-1)!))) return undefined;
  if (labels.length === spec.by.length) return rowNode(source, (data) => rowLabelled(data, labels), measure);
  const among = (rank: number) => rowNode(source, (data) => rowAtRank(data, measure, rank, labels), measure);
  const ends = branch({highest: () => among(1), lowest: () => among(-1)});
  return {
    names: [...ends.names, ...(known ?? [])],
    step: (step: Step) => {
      if (step.kind === "rank") return step.rank === 0 ? undefined : among(step.rank);
      return step.kind === "label" ? labelNode(source, [...labels, step.label], measure) : ends.step(step);
    }
  };
}

/** `name`, `value`, `share`, `base`, `index`, `customers`, a dimension's label, or another of the measures. */
function rowNode(source: FigureSource, find: FindRow, measure: number): ScopeNode {
  const {spec} = source;
  const row = () => find(source.data(spec));
  const at = (place: number, get: (found: FigureRow) => number, unit?: "share") =>
    valueNode(source, place, () => ({value: get(row()), hidden: row().hidden}), unit);
  return branch({
    ...lackingNodes(spec),
    name: () =>
      leaf(() =>
        row()
          .labels.map(({name}) => name)
          .join(", ")
      ),
    value: () => at(measure, ({values}) => values[measure]!),
    share: () => at(measure, (found) => shareOf(found, source, measure), "share"),
    base: () => at(measure, ({bases}) => bases[measure]!),
    difference: () => at(measure, ({values, bases}) => values[measure]! - bases[measure]!),
    index: () => leaf(() => indexText(row(), measure)),
    customers: () => leaf(() => (row().hidden ? tooFew : count(row().customers))),
    ...Object.fromEntries(spec.by.map((name, place) => [name, () => leaf(() => row().labels[place]!.name)])),
    ...Object.fromEntries(
      spec.measures.map((name, place) => [name, () => at(place, ({values}) => values[place]!)])
    )
  });
}

/** A number, rounded for prose; `exact`, `one_in` and `label` write it otherwise. */
function valueNode(
  {spec, context}: FigureSource,
  measure: number,
  get: () => {readonly value: number; readonly hidden: boolean},
  unit?: "share"
): ScopeNode {
  const found = measureNamed(context, spec.measures[measure]!)!;
  const format = formatOf(unit ? {...found, unit} : found, context.measures.currency);
  const isShare = unit === "share" || found.unit === "share";
  const written = (write: (value: number) => string) => () => {
    const {value, hidden} = get();
    return hidden ? `${tooFew} customers to say` : write(value);
  };
  const text = written(format.prose);
  return branch(
    {
      exact: () => leaf(written(format.exact)),
      label: () => leaf(written(format.label)),
      ...(isShare && {one_in: () => leaf(written(oneIn))}),
      ...(found.kind === "index" && !unit && {times: () => leaf(written((index) => times(index / 100)))})
    },
    {write: () => ({text: text()})}
  );
}

/** Of what adds up, the part of the whole; of a share, itself. */
function shareOf({shares, values}: FigureRow, {spec, context}: FigureSource, measure: number): number {
  const {unit} = measureNamed(context, spec.measures[measure]!)!;
  return unit === "share" ? values[measure]! : shares[measure]!;
}

function indexText({values, bases}: FigureRow, measure: number): string {
  const index = (100 * values[measure]!) / bases[measure]!;
  return Number.isFinite(index) ? index.toFixed(0) : "–";
}

function rowLabelled({rows}: FigureData, labels: readonly string[]): FigureRow {
  mustStand(rows, labels);
  const found = rows.find((row) => isLabelled(row, labels));
  if (found) return found;
  throw new ScopeError(`no row is both "${labels.join('" and "')}"`);
}

function mustStand(rows: readonly FigureRow[], labels: readonly string[]): void {
  for (const label of labels) {
    if (rows.some((row) => isLabelled(row, [label]))) continue;
    const known = rows.flatMap((row) => row.labels.map(({name}) => name));
    throw new ScopeError(`no row of the figure is "${label}"${suggestion(label, new Set(known))}`);
  }
}

/** By whole or short names, of whichever dimension has such a label. */
function isLabelled(row: FigureRow, labels: readonly string[]): boolean {
  return labels.every((label) => row.labels.some(({name, short}) => name === label || short === label));
}

/** The row of a rank among all, or among those with the labels. */
function rowAtRank(
  {rows, spec}: FigureData,
  measure: number,
  rank: number,
  labels: readonly string[] = []
): FigureRow {
  mustStand(rows, labels);
  const ranked = rows
    .filter((row) => Number.isFinite(row.values[measure]!) && isLabelled(row, labels))
    .sort((a, b) => b.values[measure]! - a.values[measure]!);
  const found = ranked.at(rank > 0 ? rank - 1 : rank);
  if (found) return found;
  if (ranked.length === 0 || rows.some(({hidden}) => hidden)) return hiddenRow(spec);
  throw new ScopeError(`${spec.id} has no row number ${rank}, only ${ranked.length}`);
}

/** What prose gets where every value describes too few customers to be shown. */
function hiddenRow({by, measures}: FigureSpec): FigureRow {
  const nothing = measures.map(() => Number.NaN);
  const labels = by.map(() => ({name: `(${tooFew} customers)`, short: tooFew}));
  return {
    codes: [],
    labels,
    values: nothing,
    bases: nothing,
    shares: nothing,
    customers: Number.NaN,
    hidden: true
  };
}

function someRow(row: FigureRow | undefined): FigureRow {
  if (row) return row;
  throw new ScopeError("there are no rows");
}

/** All labels of the figure's dimensions, where the configuration alone tells them. */
function knownLabels({spec, context}: FigureSource): readonly string[] | undefined {
  const segmentations = spec.by.map((name) => segmentationNamed(context, name));
  return segmentations.includes(undefined)
    ? undefined
    : segmentations.flatMap((one) => one!.segments.map(({label}) => label));
}

const finite = (values: readonly number[]) => values.filter(Number.isFinite);
const count = (value: number) => (Number.isFinite(value) ? value.toLocaleString("en-US") : tooFew);
