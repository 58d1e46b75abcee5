import {escapeHtml} from "../charts/escapeText.ts";
import {verdictMark} from "../charts/verdictMark.ts";
import type {FigureContext} from "./figureContext.ts";
import type {TableCell} from "./figureTable.ts";
import {figureTable} from "./figureTable.ts";
import type {FigureData} from "./figureData.ts";

/** The figure's data as a table: the figure itself where its chart is a table, else folded under it. */
export function tableHtml(data: FigureData, context: FigureContext): string {
  const {heads, rows} = figureTable(data, context);
  const head = heads.map(
    ({text, isNumber}) => `<th scope="col"${numberClass(isNumber)}>${escapeHtml(text)}</th>`
  );
  const body = rows.map(
    ({cells, isTotal}) => `<tr${isTotal ? ' class="total"' : ""}>${cells.map(cellHtml).join("")}</tr>`
  );
  return scrollBox(
    `<table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`,
    "Values of the figure"
  );
}

function cellHtml({text, isNumber, below, verdict, stands}: TableCell, at: number): string {
  if (at === 0) return `<th scope="row">${escapeHtml(text)}</th>`;
  const first = verdict ? verdictMark(verdict) : escapeHtml(text);
  const value = stands ? `<strong>${first}</strong>` : first;
  const second = below === undefined ? "" : `<span class="below">${escapeHtml(below)}</span>`;
  return `<td${numberClass(isNumber)}>${value}${second}</td>`;
}

function numberClass(isNumber: boolean): string {
  return isNumber ? ' class="number"' : "";
}

/** A box in which a wide table scrolls sideways, reachable by keyboard. */
export function scrollBox(table: string, label: string): string {
  return `<div class="table-scroll" role="group" aria-label="${label}" tabindex="0">${table}</div>`;
}
