import type {Verdict} from "../../data-loaders/statistics/verdict.ts";
import type {Headline} from "../figures/figureSpec.ts";
import type {Step} from "./bindingPath.ts";
import {stepsOf} from "./bindingPath.ts";
import type {Found, ScopeNode} from "./scope.ts";
import {follow} from "./scope.ts";

/** The verdict that chooses between texts: of what the path names, or of the figure itself without a path. */
export function foundVerdict(of: string | undefined, root: ScopeNode): Found | {readonly message: string} {
  const path: readonly Step[] | undefined = of === undefined ? [] : stepsOf(of);
  if (!path) return {message: `cannot read "${of}"; write names with dots: habits-by-region.price_per_item`};
  const steps: readonly Step[] = [...path, {kind: "name", name: "verdict"}];
  const found = follow(root, steps);
  if (!("message" in found)) return found;
  const isKnown = path.length === 0 || !("message" in follow(root, [...path, {kind: "name", name: "all"}]));
  return isKnown
    ? {
        message:
          "no verdict: only ratios, and mixes such as shares and indices, are compared, by segments of customers, days or hours"
      }
    : found;
}

/** The text that the data chooses. */
export function chosenText(headline: Headline, root: ScopeNode): string {
  if (typeof headline === "string") return headline;
  const found = foundVerdict(headline.of, root);
  if ("message" in found) throw new Error(`a verdict passed the check of the page: ${found.message}`);
  if (found.unavailable !== undefined) return headline.texts["can't tell"];
  return headline.texts[found.word!.said() as Verdict];
}

/** All texts that may be printed. */
export function everyText(headline: Headline): readonly string[] {
  return typeof headline === "string" ? [headline] : Object.values(headline.texts);
}
