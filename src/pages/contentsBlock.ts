import {escapeMarkdown} from "../charts/escapeText.ts";
import type {PageSource} from "./pageSource.ts";

/** Links to all other pages, by their groups, in reading order; or to the pages of one group only. */
export function contentsBlock(pages: readonly PageSource[], here: PageSource, only: string): string {
  const groups = new Map<string, PageSource[]>();
  for (const page of pages) {
    if (page.path === here.path || (only !== "" && page.group !== only)) continue;
    groups.set(page.group, [...(groups.get(page.group) ?? []), page]);
  }
  const up = "../".repeat(here.path.split("/").length - 1) || "./";
  const parts = [...groups].map(([group, members]) => {
    const links = members.map(({title, path}) => `- [${escapeMarkdown(title)}](${up}${path}.html)`);
    return `${only === "" ? `**${escapeMarkdown(group)}**\n\n` : ""}${links.join("\n")}`;
  });
  return parts.join("\n\n") || "*This report has no such pages.*";
}
