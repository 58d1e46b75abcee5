import type {Segmentation} from "../../config/segments.ts";
import type {Finding} from "./finding.ts";
import {all, NEVER} from "./formula.ts";
import type {Proving} from "./proving.ts";

type Cross = Extract<Segmentation, {kind: "cross"}>;

/** Pairs that exclude each other by their rules, where each of the two can be. */
export function proveCross({name, of}: Cross, proving: Proving): Finding[] {
  const never = impossiblePairs(of, proving);
  if (never.length === 0) return [];
  const message = `${pairWords(never)} never ${never.length === 1 ? "occurs" : "occur"}: the rules of ${of[0]} and ${of[1]} exclude ${never.length === 1 ? "it" : "them"}`;
  return [{kind: "empty pair", path: ["segmentations", name, "cross"], message}];
}

/** The pairs that no values can come to, though each of the two segments has some. */
function impossiblePairs([rows, columns]: Cross["of"], {logic, ask}: Proving): string[] {
  const possible = (name: string) =>
    [...logic.labels(name)].filter(([, formula]) => formula !== NEVER && ask(formula).is !== "none");
  const right = possible(columns);
  return possible(rows).flatMap(([a, row]) =>
    right.filter(([, column]) => ask(all([row, column])).is === "none").map(([b]) => `${a} · ${b}`)
  );
}

const SHOWN = 4;

/** `"New · Weekly", "New · Monthly" and 3 more` */
export function pairWords(pairs: readonly string[]): string {
  const shown = pairs.slice(0, SHOWN).map((pair) => `"${pair}"`);
  const left = pairs.length - shown.length;
  return left > 0 ? `${shown.join(", ")} and ${left} more` : shown.join(", ");
}
