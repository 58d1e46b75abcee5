import {escapeHtml} from "../../src/charts/escapeText.ts";
import type {Chapter} from "./chapters.ts";
import type {FigureTable} from "./printFigures.ts";

const id = "figure-values";
const title = "The values behind the figures";

/** The tables that stood folded under figures, as a last chapter; none when no figure has any. */
export function valuesChapter(body: readonly Chapter[]): Chapter[] {
  const tables = body.flatMap((chapter) => chapter.tables);
  if (tables.length === 0) return [];
  const html = `<h1 id="${id}">${title}</h1>\n<p>Each table holds what its figure draws, in the order of figures: those of few columns first, then those as wide as the page, then those that turn it.</p>\n${inOrderOfWidth(tables)}`;
  return [{id, title, group: "Appendix", html, layout: "flowing", tables: []}];
}

/** Narrow ones share two columns; those that turn the page share their pages, and no page before is left half empty. */
function inOrderOfWidth(tables: readonly FigureTable[]): string {
  const of = (wanted: FigureTable["width"]) =>
    tables
      .filter(({width}) => width === wanted)
      .map(section)
      .join("\n");
  return [`<div class="values-columns">${of("narrow")}</div>`, of("page"), of("wide")].join("\n");
}

function section({id, figure, title, html, width}: FigureTable): string {
  return `<section class="values${width === "wide" ? " wide" : ""}"><h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>
<p class="values-place"><a href="#${escapeHtml(figure)}">Figure on page <span data-page-of="${escapeHtml(figure)}">00</span></a></p>
${html}</section>`;
}
