import {escapeHtml} from "../../src/charts/escapeText.ts";
import {longDate} from "../../src/figures/longDate.ts";
import type {Publication} from "../../src/pages/publication.ts";
import type {Chapter} from "./chapters.ts";
import {chapters} from "./chapters.ts";
import {chapterClass} from "./pageRules.ts";
import type {PrintDocument} from "./printDocument.ts";
import {logoPicture} from "./printBrand.ts";
import {printDocument, versionWords} from "./printDocument.ts";
import {valuesChapter} from "./valuesChapter.ts";

/** The whole report for printing: cover, contents, every page as a chapter, the values behind the figures. */
export function reportDocument(publication: Publication, contentHash: string): PrintDocument {
  const body = chapters(publication.pages);
  const parts = [...body, ...valuesChapter(body)];
  return printDocument({
    title: documentTitle(publication),
    body: [cover(publication), contents(parts), ...parts.map(chapterSection)].join("\n"),
    running: [
      {title: contentsTitle},
      ...parts.map(({title, layout}) => ({title, onePage: layout === "one-page"}))
    ],
    contentHash,
    publication
  });
}

/** The title that readers of the PDF show in their window. */
export function documentTitle(publication: Publication): string {
  return `${publication.settings.title} · ${versionWords(publication)}`;
}

const contentsTitle = "Contents";

function chapterSection({html, layout}: Chapter, at: number): string {
  const kind = {flowing: "", planned: " planned", "one-page": " planned one-page"}[layout];
  return `<section class="chapter ${chapterClass(at + 1)}${kind}">\n${html}</section>`;
}

function cover({settings, sources, edition}: Publication): string {
  const {title, subtitle, organisation, audience, version, date, brand} = settings;
  const facts = [
    ["Prepared for", escapeHtml(audience)],
    ["Version", escapeHtml(edition?.isDraft ? `${version}, draft` : version)],
    ["Date", `<time datetime="${escapeHtml(date)}">${escapeHtml(longDate(date))}</time>`],
    ["Data", escapeHtml(sources.citation)],
    ["Please note", escapeHtml(sources.notice)]
  ];
  return `<header class="cover">
${brand?.logo ? `<p class="cover-organisation">${logoPicture(brand.logo, brand.name ?? organisation)}</p>` : `<p class="cover-organisation">${escapeHtml(brand?.name ?? organisation)}</p>`}
<p class="cover-title">${escapeHtml(title)}</p>
<p class="cover-subtitle">${escapeHtml(subtitle)}</p>
<div class="cover-facts">${facts.map(([name, value]) => `<p><span class="cover-fact">${name}</span> <span>${value}</span></p>`).join("\n")}</div>
</header>`;
}

function contents(parts: readonly Chapter[]): string {
  const groups = [...new Set(parts.map(({group}) => group))];
  const lists = groups.map((name) => {
    const items = parts.filter(({group}) => group === name).map(contentsLine);
    return `${name === "" ? "" : `<p class="contents-group">${escapeHtml(name)}</p>\n`}<ol>\n${items.join("\n")}\n</ol>`;
  });
  return `<nav class="contents ${chapterClass(0)}" aria-label="Contents"><h1>${contentsTitle}</h1>\n${lists.join("\n")}</nav>`;
}

function contentsLine({id, title}: Chapter): string {
  const target = escapeHtml(id);
  return `<li><a href="#${target}"><span class="contents-title">${escapeHtml(title)}</span> <span class="contents-page" data-page-of="${target}">00</span></a></li>`;
}
