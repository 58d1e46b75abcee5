import {escapeMarkdown} from "../../charts/escapeText.ts";
import type {CardContext} from "./recommendationCard.ts";
import {anchorOf, recommendationCard} from "./recommendationCard.ts";
import type {JudgedRecommendation} from "./judgedRecommendation.ts";

/** Cards of those that stand; below them those that do not, each with the reason. Markdown. */
export function recommendationsBlock(
  judged: readonly JudgedRecommendation[],
  contextOf: (one: JudgedRecommendation) => CardContext
): string {
  const standing = judged.filter(({status}) => status === "stands");
  const cards = standing.map((one) => recommendationCard(one, contextOf(one)));
  const none =
    standing.length === 0 ? ["*Nothing is recommended here: no finding of this data asks for it.*"] : [];
  return [
    ...cards,
    ...none,
    ...notStanding("Withdrawn", "What these rest on does not hold in this data.", judged, "withdrawn"),
    ...notStanding("Not judged", "This data lacks what these rest on.", judged, "unknown")
  ].join("\n\n");
}

function notStanding(
  title: string,
  says: string,
  judged: readonly JudgedRecommendation[],
  status: JudgedRecommendation["status"]
): string[] {
  const those = judged.filter((one) => one.status === status);
  if (those.length === 0) return [];
  const items = those.map(
    ({recommendation, reason}) =>
      `- <span id="${anchorOf(recommendation.id)}">${escapeMarkdown(recommendation.title)}</span>: ${escapeMarkdown(reason)}`
  );
  return [`### ${title}`, says, items.join("\n")];
}
