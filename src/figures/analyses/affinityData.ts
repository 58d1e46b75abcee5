import type {Affinity} from "../../../data-loaders/analyses/affinity.ts";
import {plainText} from "../../charts/escapeText.ts";
import type {FigureSpec} from "../figureSpec.ts";
import type {AnalysisResult} from "./analysisRows.ts";

/** What stands in one order together more often than by chance, the strongest first. */
export function affinityData(affinity: Affinity, {of, top = 12}: FigureSpec): AnalysisResult {
  const group = affinity.groups.find(({segment}) => segment === of?.label) ?? affinity.groups[0]!;
  const {labels, title} = affinity.dimension;
  const name = (code: number) => plainText(labels[code] ?? "") || "(no name)";
  const shown = group.pairs.filter(({lift}) => Number.isFinite(lift)).slice(0, top);
  const floor = affinity.query.supportAtLeast ?? 0.001;
  return {
    titles: [title, "Together with"],
    rows: shown.map(({a, b, orders, customers, support, confidence, lift}) => ({
      labels: [name(a), name(b)],
      values: [lift, support, confidence[0], orders],
      customers
    })),
    customers: group.customers,
    count: group.pairs.length,
    notes: [
      `The ${shown.length} strongest of ${group.pairs.length.toLocaleString("en-US")} pairs that stand in at least ${Number((100 * floor).toFixed(2))}% of orders. A lift of 1 is chance.`
    ],
    ...(shown.length === 0 && {nothing: "no pair stands in enough orders"})
  };
}
