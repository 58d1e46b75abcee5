import {escapeHtml} from "../../src/charts/escapeText.ts";
import type {Chapter} from "./chapters.ts";
import type {FigureTable} from "./printFigures.ts";

const id = "figure-values";
const title = "The values behind the figures";

/** The tables that stood folded under figures, as a last chapter; none when no figure has any. */
export function valuesChapter(body: readonly Chapter[]): Chapter[] {
  const tables = body.flatMap((chapter) => chapter.tables);
  if (tables.length === 0) return [];
  const html = `<h1 id="${id}">${title}</h1>\n<p>Each table holds what its figure draws.</p>\n${inColumns(tables)}`;
  return [{id, title, group: "Appendix", html, layout: "flowing", tables: []}];
}

/** Neighbours that are narrow share two columns. */
function inColumns(tables: readonly FigureTable[]): string {
  const parts: string[] = [];
  let columns: string[] = [];
  const flush = () => {
    if (columns.length > 0) parts.push(`<div class="values-columns">${columns.join("\n")}</div>`);
    columns = [];
  };
  for (const table of tables) {
    if (table.width === "narrow") columns.push(section(table));
    else {
      flush();
      parts.push(section(table));
    }
  }
  flush();
  return parts.join("\n");
}

function section({id, figure, title, html, width}: FigureTable): string {
  return `<section class="values${width === "wide" ? " wide" : ""}"><h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>
<p class="values-place"><a href="#${escapeHtml(figure)}">Figure on page <span data-page-of="${escapeHtml(figure)}">00</span></a></p>
${html}</section>`;
}
