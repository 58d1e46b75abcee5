import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {ReportSettings} from "../../data-loaders/config/report.ts";
import {escapeHtml} from "../../src/charts/escapeText.ts";
import type {Publication} from "../../src/pages/publication.ts";
import {projectRoot} from "../site/projectRoot.ts";
import type {MissingGlyph} from "./coveredText.ts";
import {boxed, coveredText, lettersOf} from "./coveredText.ts";
import type {PrintArea} from "./layout/measureChapters.ts";
import type {RunningTitle} from "./pageRules.ts";
import {pageRules, printArea} from "./pageRules.ts";
import {printBrand} from "./printBrand.ts";
import {printFonts} from "./printFonts.ts";

/** What a document for printing is made of. */
export interface PrintParts {
  /** As readers of the PDF show it in their window. */
  readonly title: string;
  readonly body: string;
  /** Titles that run at the head of pages, by place: see `chapterClass`. */
  readonly running: readonly RunningTitle[];
  /** Names the content, in the footer: the same for the same configuration and data. */
  readonly contentHash: string;
  readonly publication: Pick<Publication, "settings" | "edition">;
}

/** One page of HTML for printing: it holds its fonts and styles and asks for nothing. */
export interface PrintDocument {
  readonly html: string;
  readonly title: string;
  readonly area: PrintArea;
  readonly settings: ReportSettings;
  /** Letters that no font has: a box stands for them. */
  readonly missing: readonly MissingGlyph[];
}

export function printDocument({title, body, running, contentHash, publication}: PrintParts): PrintDocument {
  const {settings} = publication;
  const footer = `${settings.title} · ${versionWords(publication)} · ${contentHash}`;
  const fonts = printFonts(
    lettersOf(`<p>${[footer, ...running.map(({title}) => title)].map(escapeHtml).join("</p><p>")}</p>${body}`)
  );
  const covered = coveredText(body, fonts.missing);
  const shown = (text: string) => boxed(text, fonts.missing);
  const html = `<!doctype html>
<html lang="${escapeHtml(settings.language)}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${fonts.css}${themeSheets()}${printBrand(settings.brand)}${pageRules(
    settings.paper,
    shown(footer),
    running.map((one) => ({...one, title: shown(one.title)}))
  )}</style></head>
<body class="print">
${covered.html}
</body></html>`;
  return {html, title, area: printArea(settings.paper), settings, missing: covered.missing};
}

/** `version 1.2.0`, `draft of version 1.2.0` */
export function versionWords({settings, edition}: PrintParts["publication"]): string {
  return `${edition?.isDraft ? "draft of " : ""}version ${settings.version}`;
}

function themeSheets(): string {
  const folder = join(projectRoot(), "src/theme");
  return ["tokens.css", "figures.css", "charts.css", "figureTables.css", "print.css"]
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}
