import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {ReportSettings} from "../../data-loaders/config/report.ts";
import {escapeHtml} from "../../src/charts/escapeText.ts";
import type {Publication} from "../../src/pages/publication.ts";
import {longDate} from "../../src/figures/longDate.ts";
import {fontFaces, fontSheet} from "../site/fontFaces.ts";
import {projectRoot} from "../site/projectRoot.ts";
import type {Chapter} from "./chapters.ts";
import {chapters} from "./chapters.ts";
import {valuesChapter} from "./valuesChapter.ts";
import {chapterClass, pageRules} from "./pageRules.ts";

/** The whole report as one HTML page for printing: it holds its fonts and styles and asks for nothing. */
export function printDocument(publication: Publication): string {
  const {settings} = publication;
  const body = chapters(publication.pages);
  const parts = [...body, ...valuesChapter(body)];
  return `<!doctype html>
<html lang="${escapeHtml(settings.language)}">
<head><meta charset="utf-8"><title>${escapeHtml(documentTitle(settings))}</title>
<style>${fonts()}${themeSheets()}${pageRules(settings, [contentsTitle, ...parts.map(({title}) => title)])}</style></head>
<body class="print ${settings.paper.toLowerCase()}">
${cover(publication)}
${contents(parts)}
${parts.map(({html}, at) => `<section class="chapter ${chapterClass(at + 1)}">\n${html}</section>`).join("\n")}
</body></html>`;
}

/** The title that readers of the PDF show in their window. */
export function documentTitle({title, version}: ReportSettings): string {
  return `${title} · version ${version}`;
}

const contentsTitle = "Contents";

function cover({settings, sources}: Publication): string {
  const {title, subtitle, organisation, audience, version, date} = settings;
  const facts = [
    ["Prepared for", escapeHtml(audience)],
    ["Version", escapeHtml(version)],
    ["Date", `<time datetime="${escapeHtml(date)}">${escapeHtml(longDate(date))}</time>`],
    ["Data", escapeHtml(sources.citation)],
    ["Please note", escapeHtml(sources.notice)]
  ];
  return `<header class="cover">
<p class="cover-organisation">${escapeHtml(organisation)}</p>
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

function fonts(): string {
  const faces = fontFaces(projectRoot());
  const sources = new Map(faces.map(({file, source}) => [file, source]));
  return fontSheet(
    faces,
    (file) => `data:font/woff2;base64,${readFileSync(sources.get(file) ?? file, "base64")}`
  );
}

function themeSheets(): string {
  const folder = join(projectRoot(), "src/theme");
  return ["tokens.css", "figures.css", "charts.css", "figureTables.css", "print.css"]
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}
