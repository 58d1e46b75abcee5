import {checkCondition} from "../checks/checkCondition.ts";
import {exactCondition} from "../conditions.ts";
import {namedColumn} from "../facts.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Grain, When} from "../segments.ts";
import {conditionWords} from "../shapes/conditionParts.ts";
import {whole} from "../shapes/draft.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenCondition} from "../shapes/condition.ts";
import type {WrittenRules} from "../shapes/segmentation.ts";
import {segmentationSubject, subjectName} from "../subjects.ts";
import type {Vocabulary, Words} from "../vocabulary.ts";
import {checkWhere} from "../whereTexts/checkWhere.ts";
import {exactWhere} from "../whereTexts/exactWhere.ts";
import {readWhere} from "../whereTexts/readWhere.ts";
import {whereTests} from "../whereTexts/whereTree.ts";

type RuleDraft = Draft<WrittenRules["rules"][number]>;

/** What a rule asks for, written as `when:` or as `where:`. */
export interface RuleCondition {
  /** Words that may be names of other segmentations. */
  readonly uses: readonly string[];
  readonly check: (vocabulary: Vocabulary) => void;
  /** Nothing where it has a problem of shape or grammar. */
  readonly exact: (words: Words) => When | undefined;
}

export function ruleCondition(
  rule: RuleDraft | undefined,
  grain: Grain | undefined,
  path: Path,
  problems: ProblemList
): RuleCondition {
  const keys = problems.yaml.keys(path).filter((key) => key === "when" || key === "where");
  if (keys.length === 2)
    problems.add([...path, keys[1]!], `stands beside "${keys[0]}"; keep one of the two`, "key");
  else if (keys.length === 0 && rule && !hasTypo(rule, path, problems))
    problems.add(path, '"when" is missing', "key");
  return rule?.where === undefined
    ? asWhen(rule?.when, grain, [...path, "when"], problems)
    : asWhere(rule.where, grain, [...path, "where"], hasTypo(rule, path, problems), problems);
}

/** An unknown key was told already, and is probably the condition. */
const hasTypo = (rule: RuleDraft, path: Path, problems: ProblemList): boolean =>
  problems.yaml.keys(path).length > Object.values(rule).filter((part) => part !== undefined).length;

function asWhen(
  when: Draft<WrittenCondition> | undefined,
  grain: Grain | undefined,
  path: Path,
  problems: ProblemList
): RuleCondition {
  return {
    uses: conditionWords(when),
    check: (vocabulary) =>
      checkCondition(when, path, (word) => segmentationSubject(word, grain, vocabulary, true), problems),
    exact: ({columns}) =>
      when && exactCondition(whole<WrittenCondition>(when), (word) => namedColumn(word, columns))
  };
}

/** A text that a comma has cut was told already. */
function asWhere(
  text: string,
  grain: Grain | undefined,
  path: Path,
  isCut: boolean,
  problems: ProblemList
): RuleCondition {
  const read = readWhere(text);
  if ("fault" in read) {
    if (!isCut) problems.addIn(path, read.fault, read.fault.message);
    return {uses: [], check: () => undefined, exact: () => undefined};
  }
  const {tree} = read;
  return {
    uses: whereTests(tree).map(({word}) => word.text),
    check: (vocabulary) =>
      checkWhere(
        tree,
        path,
        (word) => segmentationSubject(subjectName(word, grain, vocabulary), grain, vocabulary, true),
        problems
      ),
    exact: (words) => exactWhere(tree, (word) => namedColumn(subjectName(word, grain, words), words.columns))
  };
}
