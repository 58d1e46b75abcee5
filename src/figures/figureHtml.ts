import {escapeHtml} from "../charts/escapeText.ts";
import {figureChart} from "./figureChart.ts";
import type {FigureData} from "./figureData.ts";
import type {WordsContext} from "./figureWords.ts";
import {figureWords} from "./figureWords.ts";
import {fileSize} from "./format.ts";
import {tableHtml} from "./tableHtml.ts";

/** What a figure is given by the report it stands in. */
export interface FigurePlace {
  /** From 1, the same in site and PDF. */
  readonly number: number;
  /** Plain text with numbers in place. */
  readonly finding: string;
  readonly note: string;
  /** Relative to the page: `../data/orders-by-hour.csv`. */
  readonly csv: {readonly href: string; readonly bytes: number};
}

/** A figure as one HTML block of Markdown: no blank line in it, and every text escaped. */
export function figureHtml(
  data: FigureData,
  {number, finding, note, csv}: FigurePlace,
  context: WordsContext
): string {
  const {id, chart} = data.spec;
  const words = figureWords(data, finding, note, context);
  const notes = words.notes.map((text) => escapeHtml(text)).join(" ");
  const isTable =
    chart === "table" ||
    (chart === "heatmap" && data.dimensions[1]?.name !== "hour") ||
    (chart === "matrix" && data.spec.analysis!.values.length > 0);
  const table = isTable
    ? ""
    : `<details class="figure-data"><summary>Values of figure ${number} as a table</summary>${tableHtml(data, context)}</details>\n`;
  return `<figure class="figure figure-${chart}" id="${id}" aria-labelledby="${id}-title">
<figcaption><p class="figure-title" id="${id}-title"><span class="figure-number">Figure ${number}</span> ${escapeHtml(finding)}</p><p class="figure-subtitle">${escapeHtml(words.subtitle)}</p></figcaption>
${figureChart(data, context, words.alt)}
<p class="figure-note">${notes}</p>
${table}<p class="figure-links screen-only"><a href="${escapeHtml(csv.href)}" download>Data for figure ${number} (CSV, ${fileSize(csv.bytes)})</a></p>
</figure>`;
}

/** Stands where a figure would, in a report whose data lacks what it shows. */
export function missingFigureHtml(id: string, reason: string): string {
  return `<p class="figure-missing" id="${id}">A figure is left out here: ${escapeHtml(reason)}.</p>`;
}
