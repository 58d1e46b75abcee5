import {comparisonPlan} from "../figures/comparisonPlan.ts";
import type {FigureContext} from "../figures/figureContext.ts";
import type {FigureData, FigureRow} from "../figures/figureData.ts";
import {figureMeasures} from "../figures/figureMeasure.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import {tooFew} from "../figures/format.ts";
import type {FigureSource} from "./figureScope.ts";
import type {ScopeNode} from "./scope.ts";
import {branch, countLeaf, leaf, unavailableNode} from "./scope.ts";
import {intervalNode, valueNode} from "./valueScope.ts";
import {verdictLeaf} from "./verdictScope.ts";

export type FindRow = (data: FigureData) => FigureRow;

/** `name`, `value`, `share`, `base`, `verdict`, `index`, `customers`, a dimension's label, or another of the measures. */
export function rowNode(source: FigureSource, find: FindRow, measure: number): ScopeNode {
  const {spec, context} = source;
  const row = () => find(source.data(spec));
  const at = (place: number, get: (found: FigureRow) => number, as?: "share" | "difference") =>
    valueNode(source, place, () => ({value: get(row()), hidden: row().hidden}), as);
  const compared = {
    verdict: () => verdictLeaf(() => row().verdicts[measure]),
    interval: () => intervalNode(source, measure, () => row().intervals[measure])
  };
  return branch({
    ...lackingNodes(spec),
    name: () => leaf(() => nameOf(row())),
    value: () => at(measure, ({values}) => values[measure]!),
    share: () => at(measure, (found) => shareOf(found, source, measure), "share"),
    base: () => at(measure, ({bases}) => bases[measure]!),
    difference: () => at(measure, ({values, bases}) => values[measure]! - bases[measure]!, "difference"),
    index: () => countLeaf(() => indexOf(row(), measure), indexText),
    ...(isCompared(spec, measure, context) && compared),
    customers: () =>
      countLeaf(
        () => row().customers,
        (customers) => (row().hidden ? tooFew : customers.toLocaleString("en-US"))
      ),
    ...Object.fromEntries(
      analysisWords(spec).map((name) => [name, () => leaf(() => row().words?.[name] ?? "")])
    ),
    ...Object.fromEntries(spec.by.map((name, place) => [name, () => leaf(() => row().labels[place]!.name)])),
    ...Object.fromEntries(
      spec.measures.map((name, place) => [name, () => at(place, ({values}) => values[place]!)])
    )
  });
}

/** Measures that stand in the figure when the data has them. */
export function lackingNodes({lacking}: FigureSpec): Readonly<Record<string, () => ScopeNode>> {
  return Object.fromEntries([...lacking].map(([name, reason]) => [name, () => unavailableNode(reason)]));
}

/** Whether the measure is held against everyone, as far as the page alone tells. */
export function isCompared(spec: FigureSpec, measure: number, context: FigureContext): boolean {
  const found = figureMeasures(spec, context)[measure];
  return (
    found !== undefined && found.kind !== "analysis" && comparisonPlan(found, spec, context) !== undefined
  );
}

/** Words of rows, as far as the page alone tells. */
const analysisWords = ({analysis}: FigureSpec): readonly string[] =>
  analysis?.form === "decomposition" ? ["mostly"] : [];

const nameOf = ({labels}: FigureRow) => labels.map(({name}) => name).join(", ");

/** Of what adds up, the part of the whole; of a share, itself. */
function shareOf({shares, values}: FigureRow, {spec, context}: FigureSource, measure: number): number {
  const {unit} = figureMeasures(spec, context)[measure]!;
  return unit === "share" ? values[measure]! : shares[measure]!;
}

const indexOf = ({values, bases}: FigureRow, measure: number) => (100 * values[measure]!) / bases[measure]!;
const indexText = (index: number) => (Number.isFinite(index) ? index.toFixed(0) : "–");
