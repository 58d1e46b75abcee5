import type {Evidence} from "../../../data-loaders/config/recommendations.ts";
import {escapeMarkdown} from "../../charts/escapeText.ts";
import {tooFew} from "../../figures/format.ts";
import type {Step} from "../bindingPath.ts";
import {stepText} from "../bindingPath.ts";
import {parseExpectation} from "../expectation.ts";
import type {ScopeNode} from "../scope.ts";
import {follow} from "../scope.ts";
import {evidencePath, evidenceStep} from "./evidencePath.ts";
import type {JudgedRecommendation} from "./judgedRecommendation.ts";

/** What a card is written with, besides the recommendation. */
export interface CardContext {
  readonly root: ScopeNode;
  /** Names as they stand in a figure's own texts. */
  readonly own: (figure: string) => ScopeNode;
  /** Prose with its numbers in place, as Markdown. */
  readonly written: (text: string) => string;
  /** `96 customers, 8.1% of all`. */
  readonly audience: string;
  /** A link to a figure, as Markdown. */
  readonly figure: (id: string) => string;
  /** Absent where the recommendation has no test, or the data lacks what it measures. */
  readonly testPlan?: string;
}

/** One recommendation: for whom, what to do, what speaks for it, how one would know that it worked. Markdown. */
export function recommendationCard({recommendation}: JudgedRecommendation, context: CardContext): string {
  const {id, title, decider, audience, action, channel, timing, unless, restsOn} = recommendation;
  const {written, testPlan} = context;
  const group = audience ? audience.label : "Every customer";
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["Do this", written(action)],
    ["Where", channel && written(channel)],
    ["When", timing && written(timing)],
    ["Test it", testPlan && escapeMarkdown(testPlan)],
    ["What would change our mind", unless && written(unless)]
  ];
  const evidence = restsOn.map((one) => `    - ${evidenceWords(one, context)}`);
  const told = lines.flatMap(([name, text]) => (text ? [`- **${name}.** ${text}`] : []));
  const who = `**For** ${escapeMarkdown(group)}: ${escapeMarkdown(context.audience)}${decider ? `. **To decide** ${escapeMarkdown(decider)}` : ""}`;
  return [
    `<div class="recommendation" id="${anchorOf(id)}">`,
    `### ${escapeMarkdown(title)}`,
    who,
    [told[0], "- **It rests on**", ...evidence, ...told.slice(1)].join("\n"),
    "</div>"
  ].join("\n\n");
}

/** Where a card stands on its page. */
export const anchorOf = (id: string): string => `recommendation-${id}`;

/** `Figure 12: reorder share, Loyal: 73.4% against 58.0% for everyone (95% interval 71.5% to 75.3%); difference`. */
function evidenceWords(evidence: Evidence, context: CardContext): string {
  const {root, figure} = context;
  const {must} = evidence;
  const link = figure(evidence.figure);
  if ("expect" in must)
    return `${link}: ${escapeMarkdown(expectedWords(must.expect, context.own(evidence.figure)))}`;
  const asked = (name: string) => textAt(root, evidenceStep(evidence, name));
  const value = evidence.row.length === 0 ? undefined : asked("value");
  const about = evidencePath(evidence)
    .slice(1)
    .map((step) => (step.kind === "label" ? step.label : stepText(step).replaceAll("_", " ")));
  const interval = asked("interval");
  const verdict = asked("verdict") ?? tooFew;
  const differing = value === undefined ? asked("differing") : undefined;
  const facts = [
    value,
    interval && value && `95% interval ${interval}`,
    differing && differing !== "none" && `differs for ${differing}`
  ]
    .filter(Boolean)
    .join("; ");
  return `${link}: ${escapeMarkdown([about.join(", "), facts, verdict].filter(Boolean).join("; "))}`;
}

/** `highest share 6.9%, at least 6%` */
function expectedWords(text: string, root: ScopeNode): string {
  const parsed = parseExpectation(text);
  if ("message" in parsed) throw new Error(parsed.message);
  const {steps, operator, value} = parsed;
  const names = steps.map((step) =>
    step.kind === "label" ? step.label : stepText(step).replaceAll("_", " ")
  );
  const says = textAt(root, steps) ?? "";
  return operator === "is"
    ? `${names.join(" ")} is ${says}`
    : `${names.join(" ")} ${says}, ${operator} ${value}`;
}

function textAt(root: ScopeNode, steps: readonly Step[]): string | undefined {
  const found = follow(root, steps);
  return "message" in found ? undefined : found.write().text;
}
