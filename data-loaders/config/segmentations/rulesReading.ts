import {checkDress} from "../checks/checkDress.ts";
import {checkExpect} from "../checks/checkExpect.ts";
import {exactExpect} from "../expectations.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Rule, SegmentWords} from "../segments.ts";
import {whole} from "../shapes/draft.ts";
import type {Draft} from "../shapes/draft.ts";
import {rules as shape} from "../shapes/segmentation.ts";
import type {WrittenRules} from "../shapes/segmentation.ts";
import {shaped} from "../shapes/shaped.ts";
import type {Words} from "../vocabulary.ts";
import {combinations, MOST_RULES, TOGETHER} from "./combinations.ts";
import {grainOf} from "./grainOf.ts";
import type {SegmentationEntry, SegmentationReading} from "./segmentationReading.ts";
import {checkLabels, knownLabels, labelOf, lastLabel, placedLabel} from "./labels.ts";
import {ruleCondition} from "./ruleConditions.ts";
import type {RuleCondition} from "./ruleConditions.ts";
import {inWrittenOrder, lastSegment, segmentWords} from "./segmentWords.ts";
import {titleOf} from "./titleOf.ts";

type RuleDraft = Draft<WrittenRules["rules"][number]> | undefined;

/** Rules: what holds gives the segment, the first of them, the only one or all together; `else` takes the rest. */
export function rulesReading({name, value, path, problems}: SegmentationEntry): SegmentationReading {
  const draft = shaped({rules: shape}, value, path, problems) ?? {};
  const {rules = [], match = "first", else: otherwise} = draft;
  const grain = grainOf(draft);
  const conditions = rules.map((rule, at) => ruleCondition(rule, grain, [...path, "rules", at], problems));
  const labelsWith = (words: Words): readonly string[] | undefined =>
    draft.rules === undefined
      ? undefined
      : match === "all"
        ? combinedLabels(exactRules(rules, conditions, words), lastLabel(otherwise))
        : knownLabels([
            ...inWrittenOrder(rules.map(orUnknown)).map(({label}) => label),
            ...lastLabel(otherwise)
          ]);
  return {
    name,
    path,
    grain,
    uses: conditions.flatMap(({uses}) => uses),
    labels: (_, words) => labelsWith(words),
    check: (vocabulary) => {
      for (const {check} of conditions) check(vocabulary);
      checkWords(draft, path, problems);
      if (match === "all") checkCombined(rules, path, problems);
      const labels = labelsWith(vocabulary);
      const [rest, hasElse] = [labelOf(otherwise), otherwise !== undefined];
      checkExpect(draft.expect, {labels, rest, hasElse}, path, problems);
    },
    exact: (_, vocabulary) => {
      const written = whole<WrittenRules>(draft);
      const exact = exactRules(rules, conditions, vocabulary)!;
      return {
        kind: "rules",
        name,
        title: titleOf(name, written.title),
        grain: written.of ?? "customer",
        segments: [
          ...(match === "all"
            ? combinedWords(exact, written)
            : inWrittenOrder(written.rules).map(segmentWords)),
          ...lastSegment(written.else)
        ],
        ...exactExpect(written.expect),
        match,
        rules: exact,
        ...(otherwise !== undefined && {else: labelOf(otherwise)!})
      };
    }
  };
}

/** A rule with a problem still has a place. */
const orUnknown = (rule: RuleDraft) => rule ?? {label: undefined, order: undefined};

/** Nothing where a rule has a problem. */
function exactRules(
  rules: readonly RuleDraft[],
  conditions: readonly RuleCondition[],
  words: Words
): readonly Rule[] | undefined {
  const exact = rules.map((rule, at): Rule | undefined => {
    const when = conditions[at]!.exact(words);
    if (rule?.label === undefined || when === undefined) return undefined;
    return {label: rule.label, when, ...(rule.where !== undefined && {where: oneLine(rule.where)})};
  });
  return exact.includes(undefined) ? undefined : (exact as readonly Rule[]);
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

function combinedLabels(
  rules: readonly Rule[] | undefined,
  last: readonly (string | undefined)[]
): readonly string[] | undefined {
  if (!rules || rules.length > MOST_RULES) return undefined;
  return knownLabels([...combinations(rules).map(({label}) => label), ...last]);
}

/** What is said of a rule is said of the segment in which it holds alone. */
function combinedWords(rules: readonly Rule[], {rules: written}: WrittenRules): readonly SegmentWords[] {
  return combinations(rules).map(({label}) => {
    const rule = written.find((one) => one.label === label);
    return rule ? segmentWords(rule) : {label};
  });
}

function checkWords(draft: Draft<WrittenRules>, path: Path, problems: ProblemList): void {
  const {rules = [], else: otherwise} = draft;
  checkLabels(
    [
      ...rules.map((rule, index) => ({label: rule?.label, at: [...path, "rules", index, "label"]})),
      placedLabel(otherwise, [...path, "else"])
    ],
    problems
  );
  checkDress(
    [
      ...rules.map((dress, index) => ({dress, at: [...path, "rules", index]})),
      {dress: typeof otherwise === "object" ? otherwise : undefined, at: [...path, "else"]}
    ],
    problems
  );
}

/** Rules that may hold together make segments of their own. */
function checkCombined(rules: readonly RuleDraft[], path: Path, problems: ProblemList): void {
  if (rules.length > MOST_RULES)
    problems.add(
      [...path, "rules", MOST_RULES],
      `"match: all" takes at most ${MOST_RULES} rules, which make up to ${2 ** MOST_RULES - 1} segments`
    );
  for (const [index, rule] of rules.entries()) {
    const at = [...path, "rules", index];
    if (rule?.label?.includes(TOGETHER))
      problems.add(
        [...at, "label"],
        `holds "${TOGETHER}", which stands between the labels of rules that hold together`
      );
    if (rule?.order !== undefined)
      problems.add(
        [...at, "order"],
        'is not for "match: all", whose segments stand in the order of the rules',
        "key"
      );
  }
}
