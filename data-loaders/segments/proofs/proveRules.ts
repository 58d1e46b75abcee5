import {TOGETHER} from "../../config/segmentations/combinations.ts";
import {pairWords} from "./proveCross.ts";
import type {Rule, Segmentation} from "../../config/segments.ts";
import type {Path} from "../../config/path.ts";
import {exampleWords} from "./exampleWords.ts";
import type {Example} from "./exampleWords.ts";
import {all, not, variablesOf} from "./formula.ts";
import type {Formula} from "./formula.ts";
import {stops} from "./finding.ts";
import type {Finding} from "./finding.ts";
import {neverTrue} from "./neverTrue.ts";
import type {Proving, Verdict} from "./proving.ts";
import {namedClasses} from "./variable.ts";

type Rules = Extract<Segmentation, {kind: "rules"}>;

/** A rule made ready: its condition as a formula, and where it stands. */
interface ProvedRule extends Rule {
  readonly holds: Formula;
  readonly path: Path;
}

/** Rules nobody comes to, rules that overlap though they must not, values without a rule, an else for nobody. */
export function proveRules(segmentation: Rules, proving: Proving): Finding[] {
  const path = ["segmentations", segmentation.name];
  const rules = segmentation.rules.map(
    (rule, at): ProvedRule => ({
      ...rule,
      holds: proving.logic.formula(rule.when),
      path: [...path, "rules", at]
    })
  );
  const possible: ProvedRule[] = [];
  const findings: Finding[] = [];
  for (const rule of rules) {
    const never = neverTrue(rule.when, rule.label, [...rule.path, "when"], proving);
    findings.push(...never);
    if (never.some(stops)) continue;
    if (segmentation.match === "first") findings.push(...taken(rule, possible, proving));
    if (segmentation.match === "unique") findings.push(...overlaps(rule, possible, proving));
    possible.push(rule);
  }
  return [
    ...findings,
    ...idleCombinations(segmentation, path, proving),
    ...rest(segmentation, rules, path, proving)
  ];
}

/** Of `match: all`, the segments of rules that can't hold together. */
function idleCombinations({match, name}: Rules, path: Path, {logic, ask}: Proving): Finding[] {
  if (match !== "all") return [];
  const never = [...logic.labels(name)].filter(
    ([label, holds]) => label.includes(TOGETHER) && ask(holds).is === "none"
  );
  if (never.length === 0) return [];
  const message = `${pairWords(never.map(([label]) => label))} never ${never.length === 1 ? "occurs" : "occur"}: the rules exclude one another`;
  return [{kind: "empty pair", path: [...path, "rules"], message}];
}

/** A rule whose customers earlier rules all take. */
function taken(rule: ProvedRule, before: readonly ProvedRule[], proving: Proving): Finding[] {
  const verdict = proving.ask(all([rule.holds, ...before.map(({holds}) => not(holds))]));
  if (verdict.is === "some") return [];
  if (verdict.is === "open") return [notProved(rule.path, `"${rule.label}" can be reached`, verdict)];
  const takers = fewestTakers(rule, before, proving);
  const names = listed(takers.map(({label}) => `"${label}"`));
  const example = exampleIn(proving.ask(all([rule.holds, takers[0]!.holds])));
  const shown = example && example.size > 0 ? `, for example ${exampleWords(example)}` : "";
  const message = `"${rule.label}" is never reached: ${names} before it ${takers.length === 1 ? "takes" : "take"} all it is for${shown}; move it up, or take it away`;
  return [
    {
      kind: "unreachable rule",
      label: rule.label,
      path: [...rule.path, "when"],
      message,
      ...(example && {example})
    }
  ];
}

const exampleIn = (verdict: Verdict): Example | undefined =>
  verdict.is === "some" ? verdict.example : undefined;

/** As few earlier rules as take all; of two that would do, the earlier. */
function fewestTakers(
  rule: ProvedRule,
  before: readonly ProvedRule[],
  proving: Proving
): readonly ProvedRule[] {
  let takers = before.filter(({holds}) => proving.ask(all([rule.holds, holds])).is !== "none");
  for (const candidate of [...takers].reverse()) {
    const others = takers.filter((taker) => taker !== candidate);
    if (proving.ask(all([rule.holds, ...others.map(({holds}) => not(holds))])).is === "none") takers = others;
  }
  return takers;
}

function overlaps(rule: ProvedRule, before: readonly ProvedRule[], proving: Proving): Finding[] {
  return before.flatMap((earlier): Finding[] => {
    const verdict = proving.ask(all([rule.holds, earlier.holds]));
    if (verdict.is === "none") return [];
    if (verdict.is === "open")
      return [notProved(rule.path, `"${earlier.label}" and "${rule.label}" exclude each other`, verdict)];
    const words = verdict.example.size === 0 ? "everything" : `for example ${exampleWords(verdict.example)}`;
    const message = `overlaps with "${earlier.label}", and "match: unique" wants every rule to exclude the others: ${words} is in both`;
    return [
      {
        kind: "overlap",
        label: rule.label,
        with: earlier.label,
        path: [...rule.path, "when"],
        message,
        example: verdict.example
      }
    ];
  });
}

const ROW = {customer: "a customer", order: "an order", item: "an item"} as const;

/** What no rule takes, and whether there is an else for it. */
function rest(
  {else: otherwise, grain}: Rules,
  rules: readonly ProvedRule[],
  path: Path,
  proving: Proving
): Finding[] {
  const uncovered = all(rules.map(({holds}) => not(holds)));
  if (otherwise !== undefined) {
    if (proving.ask(uncovered).is !== "none") return [];
    const message = `"${otherwise}" is always empty: the rules take everything already; take this else away, or narrow a rule`;
    return [{kind: "needless else", label: otherwise, path: [...path, "else"], message}];
  }
  // texts that nobody declared or named may not be in the data at all; where they are, the data check tells
  const named = new Map(
    rules.flatMap(({holds}) => variablesOf(holds).map((one) => [one, namedClasses(one)]))
  );
  const verdict = proving.ask(uncovered, named);
  if (verdict.is === "none") return [];
  if (verdict.is === "open") return [notProved([...path, "rules"], "the rules take everything", verdict)];
  const message = `no rule takes ${ROW[grain]} with, for example, ${exampleWords(verdict.example)}; add a rule, or an "else: <label>" for the rest`;
  return [{kind: "uncovered", path: [...path, "rules"], message, example: verdict.example}];
}

const notProved = (path: Path, what: string, {because}: {readonly because: string}): Finding => ({
  kind: "not proved",
  path,
  message: `not proved that ${what}: ${because}`
});

/** `"A", "B" and "C"` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
