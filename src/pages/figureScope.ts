import type {FigureContext} from "../figures/figureContext.ts";
import {segmentationNamed} from "../figures/figureContext.ts";
import type {FigureData} from "../figures/figureData.ts";
import {queriesFor} from "../figures/figureQueries.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import {times, tooFew} from "../figures/format.ts";
import type {Step} from "./bindingPath.ts";
import {rowAtRank, rowLabelled, someRow} from "./figureRows.ts";
import type {FindRow} from "./rowScope.ts";
import {isCompared, lackingNodes, rowNode} from "./rowScope.ts";
import type {ScopeNode} from "./scope.ts";
import {branch, countLeaf, leaf, unavailableNode} from "./scope.ts";
import {valueNode} from "./valueScope.ts";
import {overallNodes, verdictNodes} from "./verdictScope.ts";

/** What can be asked of one figure, or of a grouping that stands in no figure. */
export interface FigureSource {
  readonly spec: FigureSpec;
  readonly context: FigureContext;
  /** Called by writing only. */
  readonly data: (spec: FigureSpec) => FigureData;
  /** The figure's own link; absent for groupings. */
  readonly link?: ScopeNode;
}

/** `highest`, `["Loyal"]`, `[2]`, `spread`, `all`, `customers`, `count`, `largest`, `figure`, or a measure. */
export function figureNode(source: FigureSource, chosen?: number): ScopeNode {
  const measure = chosen ?? 0;
  const {spec, context, link} = source;
  if (spec.unavailable) return unavailableNode(spec.unavailable);
  const data = () => source.data(spec);
  const ranked =
    (rank: number): FindRow =>
    (found) =>
      rowAtRank(found, measure, rank);
  const row = (find: FindRow) => rowNode(source, find, measure);
  const values = (found: FigureData) => finite(found.rows.map(({values}) => values[measure]!));
  const value = (get: (found: FigureData) => number, as?: "difference") =>
    valueNode(source, measure, () => ({value: get(data()), hidden: false}), as);
  const named = branch({
    highest: () => row(ranked(1)),
    lowest: () => row(ranked(-1)),
    first: () => row(({rows}) => someRow(rows[0])),
    last: () => row(({rows}) => someRow(rows.at(-1))),
    spread: () => value((found) => Math.max(...values(found)) - Math.min(...values(found)), "difference"),
    ratio: () => countLeaf(() => Math.max(...values(data())) / Math.min(...values(data())), times),
    all: () => value(({group}) => group.values[measure]!),
    everyone: () => value(({everyone}) => everyone[measure]!),
    customers: () => countLeaf(() => data().group.customers, count),
    count: () => countLeaf(() => data().labelCount, count),
    ...comparisonNodes(source, chosen),
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
    queries: queriesFor(spec, context)
  };
}

/** Of one measure, or of all where none is chosen; none where nothing is compared. */
function comparisonNodes(source: FigureSource, measure?: number): Readonly<Record<string, () => ScopeNode>> {
  const {spec, context} = source;
  const isOverall = measure === undefined && spec.measures.length > 1;
  const asked = isOverall ? [...spec.measures.keys()] : [measure ?? 0];
  if (!asked.some((at) => isCompared(spec, at, context))) return {};
  return isOverall ? overallNodes(source) : verdictNodes(source, measure ?? 0);
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

/** All labels of the figure's dimensions, where the configuration alone tells them. */
function knownLabels({spec, context}: FigureSource): readonly string[] | undefined {
  const segmentations = spec.by.map((name) => segmentationNamed(context, name));
  return segmentations.includes(undefined)
    ? undefined
    : segmentations.flatMap((one) => one!.segments.map(({label}) => label));
}

const finite = (values: readonly number[]) => values.filter(Number.isFinite);
const count = (value: number) => (Number.isFinite(value) ? value.toLocaleString("en-US") : tooFew);
