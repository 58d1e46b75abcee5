import {locatedProblem} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import type {Problem} from "../config/problem.ts";
import type {Rule, Segmentation} from "../config/segments.ts";
import {whenSubjects} from "../config/whenSubjects.ts";
import {rowsWords} from "./rowsWords.ts";
import type {Subject} from "../facts/subject.ts";
import {valueAt} from "../facts/subject.ts";

/** Two rules of `match: unique` that hold for the same rows. */
export interface Overlap {
  readonly rules: readonly [number, number];
  readonly rows: number;
  /** One of them. */
  readonly example: number;
}

/** Codes of the rule that holds; rows of two rules keep the first and are told. */
export function uniqueCodes(
  rules: readonly Rule[],
  masks: readonly Uint8Array[],
  codeOf: (label: string) => number,
  codes: Uint16Array
): readonly Overlap[] {
  const holder = new Uint16Array(codes.length);
  const overlaps = new Map<number, Overlap>();
  for (const [rule, mask] of masks.entries()) {
    const code = codeOf(rules[rule]!.label);
    for (let row = 0; row < codes.length; row++) {
      if (mask[row] === 0) continue;
      const before = holder[row]! - 1;
      if (before >= 0) {
        const key = before * rules.length + rule;
        const {rows, example} = overlaps.get(key) ?? {rows: 0, example: row};
        overlaps.set(key, {rules: [before, rule], rows: rows + 1, example});
      } else {
        holder[row] = rule + 1;
        codes[row] = code;
      }
    }
  }
  return [...overlaps].sort(([a], [b]) => a - b).map(([, overlap]) => overlap);
}

/** Says for each pair of rules how many rows both take, with an example of values (never an id). */
export function overlapProblems(
  {name, grain, rules}: Extract<Segmentation, {kind: "rules"}>,
  overlaps: readonly Overlap[],
  find: (name: string) => Subject,
  where: Where
): Problem[] {
  return overlaps.map(({rules: [first, second], rows, example}) => {
    const [a, b] = [rules[first]!, rules[second]!];
    const names = new Set([...whenSubjects(a.when), ...whenSubjects(b.when)]);
    const values = [...names].map(
      (subject) => `${subject} = ${valueAt(find(subject), example) ?? "missing"}`
    );
    const message = `${rowsWords(rows, grain)} ${rows === 1 ? "is" : "are"} in "${a.label}" and in "${b.label}", for example one with ${values.join(", ")}; let one of the rules leave them out, or write "match: first"`;
    return locatedProblem(where, "segments.yaml", ["segmentations", name, "rules", second], message);
  });
}
