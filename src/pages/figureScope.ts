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

/** `highest`, `["Loyal"]`, `[2]`, `spread`, `total`, `customers`, `count`, `figure`, or one of several measures. */
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
    total: () => value(({group}) => group.values[measure]!),
    everyone: () => value(({everyone}) => everyone[measure]!),
    customers: () => leaf(() => count(data().group.customers)),
    count: () => leaf(() => count(data().labelCount)),
    ...(link && {figure: () => link}),
    ...Object.fromEntries(spec.measures.map((name, at) => [name, () => figureNode(source, at)]))
  });
  return {
    names: [...named.names, ...staticLabels(source)],
    step: (step) => {
      if (step.kind === "rank") return step.rank === 0 ? undefined : row(ranked(step.rank));
      return step.kind === "label" ? labelNode(source, [step.label], measure) : named.step(step);
    },
    queries: Object.values(figureQueries(spec, context))
  };
}

/** One label per dimension leads to a row; of two dimensions, the second follows the first. */
function labelNode(source: FigureSource, labels: readonly string[], measure: number): ScopeNode | undefined {
  const {spec, context} = source;
  const known = segmentationNamed(context, spec.by[labels.length - 1] ?? "")?.segments.map(
    ({label}) => label
  );
  if (labels.length > spec.by.length || known?.includes(labels.at(-1)!) === false) return undefined;
  if (labels.length === spec.by.length) return rowNode(source, (data) => rowLabelled(data, labels), measure);
  return {
    names: segmentationNamed(context, spec.by[labels.length]!)?.segments.map(({label}) => label) ?? [],
    step: (step: Step) =>
      step.kind === "label" ? labelNode(source, [...labels, step.label], measure) : undefined
  };
}

/** `name`, `value`, `share`, `base`, `index`, `customers`, a dimension's label, or another of the measures. */
function rowNode(source: FigureSource, find: FindRow, measure: number): ScopeNode {
  const {spec} = source;
  const row = () => find(source.data(spec));
  const at = (place: number, get: (found: FigureRow) => number, unit?: "share") =>
    valueNode(source, place, () => ({value: get(row()), hidden: row().hidden}), unit);
  return branch({
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
      ...(isShare && {one_in: () => leaf(written(oneIn))})
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

function rowLabelled({rows, spec}: FigureData, labels: readonly string[]): FigureRow {
  const found = rows.find((row) =>
    row.labels.every(({name, short}, at) => labels[at] === name || labels[at] === short)
  );
  if (found) return found;
  throw new ScopeError(`"${labels.join(", ")}" stands in no row of ${spec.id}`);
}

function rowAtRank({rows, spec}: FigureData, measure: number, rank: number): FigureRow {
  const ranked = rows
    .filter(({values}) => Number.isFinite(values[measure]!))
    .sort((a, b) => b.values[measure]! - a.values[measure]!);
  const found = ranked.at(rank > 0 ? rank - 1 : rank);
  if (found) return found;
  throw new ScopeError(`${spec.id} has no ${ranked.length === 0 ? "values" : `row number ${rank}`}`);
}

function someRow(row: FigureRow | undefined): FigureRow {
  if (row) return row;
  throw new ScopeError("there are no rows");
}

function staticLabels({spec, context}: FigureSource): string[] {
  return segmentationNamed(context, spec.by[0] ?? "")?.segments.map(({label}) => label) ?? [];
}

const finite = (values: readonly number[]) => values.filter(Number.isFinite);
const count = (value: number) => (Number.isFinite(value) ? value.toLocaleString("en-US") : tooFew);
