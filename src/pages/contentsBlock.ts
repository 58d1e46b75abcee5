import {escapeMarkdown} from "../charts/escapeText.ts";
import type {PageSource} from "./pageSource.ts";

/** Links to all other pages, by their groups, in reading order. */
export function contentsBlock(pages: readonly PageSource[], here: PageSource): string {
  const groups = new Map<string, PageSource[]>();
  for (const page of pages) {
    if (page.path === here.path) continue;
    groups.set(page.group, [...(groups.get(page.group) ?? []), page]);
  }
  const up = "../".repeat(here.path.split("/").length - 1) || "./";
  const parts = [...groups].map(([group, members]) => {
    const links = members.map(({title, path}) => `- [${escapeMarkdown(title)}](${up}${path}.html)`);
    return `**${escapeMarkdown(group)}**\n\n${links.join("\n")}`;
  });
  return parts.join("\n\n");
}
