import type {Problem} from "../../data-loaders/config/problem.ts";
import {boundMarkdown, boundText} from "./boundText.ts";
import {brokenExpectations} from "./brokenExpectations.ts";
import {generatedBlock} from "./generatedBlock.ts";
import {linkFrom} from "./linkFrom.ts";
import type {PageBlock, PageSource} from "./pageSource.ts";
import type {RecommendationWriter} from "./recommendations/recommendationWriter.ts";
import type {Report} from "./report.ts";
import type {ScopeNode} from "./scope.ts";
import {chosenText} from "./verdictPath.ts";

/** What blocks other than figures are written with. */
export interface TextContext {
  readonly pages: readonly PageSource[];
  readonly report: Report;
  readonly problems: Problem[];
  /** Reasons for which something was already left out of the page. */
  readonly told: Set<string>;
  readonly recommendations: RecommendationWriter;
}

/** Markdown of prose, an answer, a generated block or shown text. */
export function textBlock(
  block: Exclude<PageBlock, {kind: "figure"}>,
  page: PageSource,
  root: ScopeNode,
  {pages, report, problems, told, recommendations}: TextContext
): string {
  if (block.kind === "code") return block.text;
  const linkTo = linkFrom(page);
  if (block.kind === "generated")
    return generatedBlock(block.name, block.text, {pages, report, page, recommendations, linkTo});
  if (block.unavailable !== undefined)
    return leftOut(block.kind === "prose" ? block.text : "", block.unavailable, told);
  const place = {file: page.file, line: block.line, problems};
  if (block.kind === "answer") {
    const chosen = chosenText(block.spec, root);
    problems.push(...brokenExpectations(block.spec.expects, root, page.file, boundText(chosen, root, place)));
    return boundMarkdown(chosen, root, place, linkTo);
  }
  return boundMarkdown(block.text, root, place, linkTo);
}

/** A paragraph or list item whose numbers need what the data lacks says so, once for each reason on a page. */
function leftOut(text: string, reason: string, told: Set<string>): string {
  // The mark of a list item, and the question in bold that it may begin with.
  const mark = /^\s*(?:[-*+]|\d+[.)])\s+(?:\*\*[^*{}]+\*\*\s+)?/.exec(text)?.[0];
  if (mark === undefined && told.has(reason)) return "";
  told.add(reason);
  return `${mark ?? ""}*Left out here: ${reason}.*`;
}
