import type {AggregateQuery} from "../../../data-loaders/aggregates/aggregate.ts";
import type {Problem} from "../../../data-loaders/config/problem.ts";
import type {Evidence, Recommendation} from "../../../data-loaders/config/recommendations.ts";
import {suggestion} from "../../../data-loaders/config/suggestion.ts";
import {measureNamed} from "../../figures/figureContext.ts";
import type {FigureSpec} from "../../figures/figureSpec.ts";
import type {PageContext} from "../pageSource.ts";
import type {ReportRoots} from "../reportScope.ts";
import type {TextNeeds} from "../textChecks.ts";
import {allNeeds, checkBindings, checkExpects} from "../textChecks.ts";
import {follow} from "../scope.ts";
import {uncountedRoots} from "../uncountedRoots.ts";
import {evidenceStep} from "./evidencePath.ts";

/** What recommendations are checked against: the figures of all pages. */
export interface RecommendationScope {
  readonly context: PageContext;
  readonly figures: ReadonlyMap<string, FigureSpec>;
}

/** What judging and writing the recommendations needs to be counted, and what is wrong with them. */
export function checkRecommendations(
  recommendations: readonly Recommendation[],
  scope: RecommendationScope
): {readonly queries: readonly AggregateQuery[]; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const roots = uncountedRoots(scope);
  const queries = recommendations.flatMap((one) => [
    ...recommendationNeeds(one, scope, problems, roots).queries,
    ...recommendationQueries(one, scope.context)
  ]);
  return {queries, problems};
}

/** Texts and evidence of one recommendation; why this data cannot judge it, if so. */
export function recommendationNeeds(
  recommendation: Recommendation,
  scope: RecommendationScope,
  problems: Problem[] = [],
  roots = uncountedRoots(scope)
): TextNeeds {
  const {id, place, restsOn} = recommendation;
  const text = {root: roots(), unread: new Set<string>()};
  return allNeeds([
    ...recommendationTexts(recommendation).map((one) =>
      checkBindings(one, text, (_, __, message) => problems.push({...place(), path: id, message}))
    ),
    ...restsOn.map((evidence) => evidenceNeeds(evidence, scope, roots, problems))
  ]);
}

/** Texts that may hold numbers. */
function recommendationTexts({action, channel, timing, unless}: Recommendation): readonly string[] {
  return [action, channel, timing, unless].filter((text) => text !== undefined);
}

/** Sizes of the audience, and how its customers scatter in what the test measures. */
function recommendationQueries(
  {audience, test}: Recommendation,
  context: PageContext
): readonly AggregateQuery[] {
  const by = audience ? [audience.segmentation] : [];
  if (by.some((name) => context.unavailable.has(name))) return [];
  const measure = test && measureNamed(context, test.measure);
  const over = measure?.kind === "ratio" && !measure.over.some((part) => context.unavailable.has(part));
  return [{by, ...(over && {spreads: [{over: measure.over}]})}, {by: []}];
}

function evidenceNeeds(
  evidence: Evidence,
  scope: RecommendationScope,
  roots: ReportRoots,
  problems: Problem[]
): TextNeeds {
  const {figure, must, place} = evidence;
  const spec = scope.figures.get(figure);
  const report = (message: string) => problems.push({...place(), path: "rests_on", message});
  if (!spec) {
    report(`no page has a figure "${figure}"${suggestion(figure, scope.figures.keys())}`);
    return {queries: []};
  }
  if (spec.unavailable !== undefined) return {queries: [], unavailable: spec.unavailable};
  if ("expect" in must) {
    const own = {root: roots(undefined, spec), unread: new Set<string>()};
    return checkExpects([{text: must.expect}], own, (_, message) => report(message));
  }
  const found = follow(roots(), evidenceStep(evidence, "verdict"));
  if (!("message" in found)) return allNeeds([found]);
  report(found.message);
  return {queries: []};
}
