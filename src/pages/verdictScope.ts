import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import {VERDICT_WORDS} from "../../data-loaders/statistics/verdictWords.ts";
import {verdicts} from "../figures/byVerdict.ts";
import type {FigureVerdict} from "../figures/figureVerdict.ts";
import {overallVerdict} from "../../data-loaders/statistics/overallVerdict.ts";
import {inSentence, measureTitle} from "../figures/measureTitle.ts";
import {wordList} from "../figures/wordList.ts";
import type {FigureSource} from "./figureScope.ts";
import type {ScopeNode} from "./scope.ts";
import {branch, countLeaf, leaf} from "./scope.ts";
import {intervalNode, valueNode} from "./valueScope.ts";

/** A verdict, written in words; what cannot be shown cannot be told. */
export function verdictLeaf(get: () => Verdict | undefined): ScopeNode {
  const verdict = () => get() ?? "can't tell";
  return leaf(() => VERDICT_WORDS[verdict()], {word: {known: verdicts, said: verdict}});
}

/** Over all measures of a figure: `verdict`, a difference if any of them differs; `differing`, which measures. */
export function overallNodes(source: FigureSource): Record<string, () => ScopeNode> {
  const all = () => source.data(source.spec);
  const differing = () =>
    all().measures.flatMap((measure, at) =>
      all().verdicts[at]?.verdict === "difference" ? [inSentence(measureTitle(measure))] : []
    );
  const verdict = () => overallVerdict(all().verdicts.flatMap((one) => (one ? [one.verdict] : [])));
  return {verdict: () => verdictLeaf(verdict), differing: () => namesNode(differing)};
}

/**
 * `verdict`; `effect`, the size of the largest difference from everyone, and its `interval`; `differing`, the names of what differs.
 */
export function verdictNodes(source: FigureSource, measure: number): Record<string, () => ScopeNode> {
  const found = (): FigureVerdict | undefined => source.data(source.spec).verdicts[measure];
  const differing = () => found()?.differing ?? [];
  return {
    verdict: () => verdictLeaf(() => found()?.verdict),
    effect: () =>
      valueNode(
        source,
        measure,
        () => ({
          value: Math.abs(found()?.largest?.value ?? Number.NaN),
          hidden: found()?.largest === undefined
        }),
        "difference"
      ),
    interval: () => intervalNode(source, measure, () => found()?.largest, "difference"),
    differing: () => namesNode(differing)
  };
}

/** Names as a list in a sentence; `count` of them. */
function namesNode(names: () => readonly string[]): ScopeNode {
  const said = () => wordList(names()) || "none";
  return branch(
    {count: () => countLeaf(() => names().length, String)},
    {write: () => ({text: said()}), word: {said}}
  );
}
