import {escapeHtml} from "../../../src/charts/escapeText.ts";
import type {FindingChange, PageName, Plan} from "../plan.ts";
import {sidesHtml} from "./sidesHtml.ts";

/** Pages that appear, vanish, move or read otherwise. */
export function pagesHtml({pages, against}: Plan): string {
  const {change, appear, vanish, move} = pages;
  const items = [
    item("New", appear),
    item("Gone", vanish),
    ...move.map(({from, to}) => `<li><strong>Renamed:</strong> ${name(from)} is now ${name(to)}</li>`),
    item("Read otherwise", change)
  ].filter(Boolean);
  if (!against || items.length === 0) return "";
  return `<section>\n<h2>Pages</h2>\n<ul class="pages">${items.join("")}</ul>\n</section>`;
}

function item(words: string, pages: readonly PageName[]): string {
  if (pages.length === 0) return "";
  return `<li><strong>${words} (${pages.length}):</strong> ${pages.map(name).join(", ")}</li>`;
}

const name = ({title}: PageName): string => escapeHtml(title);

/** Headlines that read otherwise, old and new side by side, by page. */
export function findingsHtml({findings, findings_now, against, pages}: Plan): string {
  if (!against || findings.length === 0) return "";
  const titles = new Map(
    [...pages.change, ...pages.appear, ...pages.vanish, ...pages.move.map(({to}) => to)].map(
      ({path, title}) => [path, title]
    )
  );
  const sides = findings.map((finding) => oneFinding(finding, titles.get(finding.page) ?? finding.page));
  return `<section>\n<h2>Findings</h2>\n<p>${findings_now} findings now; these read otherwise, are new or gone.</p>\n${sides.join("\n")}\n</section>`;
}

function oneFinding({id, before, now, verdict}: FindingChange, page: string): string {
  const verdicts = verdict ? `: ${verdict.before ?? "no verdict"} → ${verdict.now ?? "no verdict"}` : "";
  return sidesHtml(`${page} · ${id}${verdicts}`, before, now);
}
