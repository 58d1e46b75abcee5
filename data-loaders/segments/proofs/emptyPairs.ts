import type {Segmentation} from "../../config/segments.ts";
import type {Assigned} from "../assignSegments.ts";
import {segmentCounts} from "./customersPerSegment.ts";
import type {Determined} from "./determinedFormula.ts";
import {followsFrom} from "./determinationWords.ts";
import type {Finding} from "./finding.ts";
import {all} from "./formula.ts";
import {pairWords} from "./proveCross.ts";
import type {Proving} from "./proving.ts";

type Cross = Extract<Segmentation, {kind: "cross"}>;

/**
 * The pairs of a cross that have nobody, though each of the two segments has somebody: by what follows from what, or
 * just in this data. Those that the rules exclude are told by the proofs.
 */
export function emptyPairs(
  {name, of}: Cross,
  assigned: readonly Assigned[],
  determined: readonly Determined[],
  proofs: Proving
): Finding[] {
  const [rows, columns] = of.map((factor) => assigned.find((one) => one.name === factor)) as [
    Assigned,
    Assigned
  ];
  const counts = segmentCounts(assigned.find((one) => one.name === name)!);
  const [rowCounts, columnCounts] = [segmentCounts(rows), segmentCounts(columns)];
  const because = new Map<string, string[]>();
  for (const [a, row] of rows.labels.entries())
    for (const [b, column] of columns.labels.entries()) {
      if (counts[a * columns.labels.length + b]! > 0 || rowCounts[a] === 0 || columnCounts[b] === 0) continue;
      const pair = all([proofs.logic.labels(of[0]).get(row)!, proofs.logic.labels(of[1]).get(column)!]);
      if (proofs.ask(pair).is === "none") continue;
      const reason = determined.find(({holds}) => proofs.ask(all([pair, holds])).is === "none");
      const words = reason ? `, because ${followsFrom(reason.determination)}` : " in this data";
      because.set(words, [...(because.get(words) ?? []), `${row} · ${column}`]);
    }
  return [...because].map(([words, pairs]) => ({
    kind: "empty pair",
    path: ["segmentations", name, "cross"],
    message: `${pairWords(pairs)} ${pairs.length === 1 ? "has" : "have"} nobody${words}`
  }));
}
