import type {Evidence, Recommendation} from "../../../data-loaders/config/recommendations.ts";
import type {FigureSpec} from "../../figures/figureSpec.ts";
import {brokenExpectation, parseExpectation} from "../expectation.ts";
import type {ScopeNode} from "../scope.ts";
import {follow, ScopeError} from "../scope.ts";
import {evidencePath, evidenceStep} from "./evidencePath.ts";
import {stepText} from "../bindingPath.ts";

/** What the data makes of a recommendation. */
export interface JudgedRecommendation {
  readonly recommendation: Recommendation;
  /** `stands`; `withdrawn`, since what it rests on does not hold; `unknown`, since this data lacks what it rests on. */
  readonly status: "stands" | "withdrawn" | "unknown";
  /** Why it does not stand; empty where it does. */
  readonly reason: string;
}

/** Names on a page as the data has them: the report's own, and those of one figure. */
export type Roots = (own?: FigureSpec) => ScopeNode;

/**
 * @param unavailable why this data cannot judge it, if so
 * @param audience customers it is for; NaN where they are too few to be shown
 */
export function judgedRecommendation(
  recommendation: Recommendation,
  unavailable: string | undefined,
  audience: () => number,
  figures: ReadonlyMap<string, FigureSpec>,
  roots: Roots
): JudgedRecommendation {
  if (unavailable !== undefined) return {recommendation, status: "unknown", reason: unavailable};
  const faults = [
    Number.isFinite(audience()) ? undefined : "its audience is too few customers to be shown",
    ...recommendation.restsOn.map((evidence) => evidenceFault(evidence, figures, roots))
  ].filter((fault) => fault !== undefined);
  return {recommendation, status: faults.length > 0 ? "withdrawn" : "stands", reason: faults.join("; ")};
}

/** Why an evidence does not hold: what was needed, and what the data says. */
function evidenceFault(
  evidence: Evidence,
  figures: ReadonlyMap<string, FigureSpec>,
  roots: Roots
): string | undefined {
  const {must} = evidence;
  try {
    if ("expect" in must) {
      const parsed = parseExpectation(must.expect);
      if ("message" in parsed) throw new Error(parsed.message);
      const says = brokenExpectation(parsed, roots(figures.get(evidence.figure)));
      return says === undefined ? undefined : `${evidence.figure} says ${says}, not ${must.expect}`;
    }
    const found = follow(roots(), evidenceStep(evidence, "verdict"));
    if ("message" in found) throw new Error(found.message);
    if (found.word?.said() === must.verdict) return undefined;
    return `${pathWords(evidence)}: ${found.write().text}, not ${must.verdict}`;
  } catch (error) {
    if (error instanceof ScopeError) return error.message;
    throw error;
  }
}

/** `reorder share, Loyal` */
function pathWords(evidence: Evidence): string {
  const [figure, ...rest] = evidencePath(evidence).map((step) =>
    step.kind === "label" ? step.label : stepText(step).replaceAll("_", " ")
  );
  return rest.join(", ") || figure!;
}
