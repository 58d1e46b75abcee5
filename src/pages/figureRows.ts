import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {FigureData, FigureRow} from "../figures/figureData.ts";
import type {FigureSpec} from "../figures/figureSpec.ts";
import {tooFew} from "../figures/format.ts";
import {ScopeError} from "./scope.ts";

/** The row with a label in each dimension. @throws ScopeError */
export function rowLabelled({rows}: FigureData, labels: readonly string[]): FigureRow {
  mustStand(rows, labels);
  const found = rows.find((row) => isLabelled(row, labels));
  if (found) return found;
  throw new ScopeError(`no row is both "${labels.join('" and "')}"`);
}

/** The row of a rank among all, or among those with the labels. @throws ScopeError */
export function rowAtRank(
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
  // A hidden row is of somebody, so that it stands above one of nothing.
  const isBelowHidden =
    rank > 0 && found?.values[measure] === 0 && rows.some((row) => row.hidden && isLabelled(row, labels));
  if (found && !isBelowHidden) return found;
  if (ranked.length === 0 || rows.some(({hidden}) => hidden)) return hiddenRow(spec);
  throw new ScopeError(`${spec.id} has no row number ${rank}, only ${ranked.length}`);
}

/** @throws ScopeError where there are no rows */
export function someRow(row: FigureRow | undefined): FigureRow {
  if (row) return row;
  throw new ScopeError("there are no rows");
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
    intervals: [],
    verdicts: [],
    customers: Number.NaN,
    hidden: true
  };
}
