import type {Rule} from "../segments.ts";
import {canHold} from "./canHold.ts";

/** More rules would make more combinations than a chart or a reader can hold. */
export const MOST_RULES = 6;

/** Stands between the labels of rules that hold together. */
export const TOGETHER = " + ";

/** A segment of `match: all`: bit r of `rules` says whether rule r holds. */
export interface Combination {
  readonly rules: number;
  readonly label: string;
}

/** Every combination of rules that can occur, the fewest rules first, then in the order of the rules. */
export function combinations(rules: readonly Rule[]): readonly Combination[] {
  const sets = Array.from({length: 2 ** rules.length - 1}, (_, at) => at + 1);
  return sets
    .filter((set) => canHold(holding(rules, set)))
    .map((set) => ({rules: set, label: labelsOf(rules, set).join(TOGETHER)}))
    .sort((a, b) => bits(a.rules).length - bits(b.rules).length || firstDifference(a.rules, b.rules));
}

const bits = (set: number): number[] => [0, 1, 2, 3, 4, 5].filter((bit) => (set >> bit) & 1);

const labelsOf = (rules: readonly Rule[], set: number): string[] => bits(set).map((bit) => rules[bit]!.label);

/** All rules of the set hold, and none of the others. */
const holding = (rules: readonly Rule[], set: number) => ({
  all: rules.map(({when}, rule) => ((set >> rule) & 1 ? when : {not: when}))
});

function firstDifference(a: number, b: number): number {
  const [left, right] = [bits(a), bits(b)];
  const at = left.findIndex((bit, index) => bit !== right[index]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}
