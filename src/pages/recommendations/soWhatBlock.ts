import {escapeMarkdown} from "../../charts/escapeText.ts";
import type {JudgedRecommendation} from "./judgedRecommendation.ts";

/** What a page comes to: links to recommendations that stand, or that none does and why. Markdown set apart. */
export function soWhatBlock(
  judged: readonly JudgedRecommendation[],
  link: (id: string) => string,
  audience: (one: JudgedRecommendation) => string,
  title = "**So what?**\n\n"
): string {
  const standing = judged.filter(({status}) => status === "stands");
  const lines = standing.map((one) => `- ${link(one.recommendation.id)} (${escapeMarkdown(audience(one))})`);
  const reasons = [...new Set(judged.map(({reason}) => reason).filter(Boolean))];
  const none = `Nothing to do here${reasons.length > 0 ? `: ${escapeMarkdown(reasons.join("; "))}` : ""}.`;
  const body = lines.length > 0 ? lines.join("\n") : none;
  return `<aside class="so-what">\n\n${title}${body}\n\n</aside>`;
}
