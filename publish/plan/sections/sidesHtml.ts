import {escapeHtml} from "../../../src/charts/escapeText.ts";

/** Two wordings side by side; below each other on a phone. */
export function sidesHtml(where: string, before: string | undefined, now: string | undefined): string {
  return `<div class="sides"><p class="where">${escapeHtml(where)}</p>${side("was", "Before", before)}${side("is", "Now", now)}</div>`;
}

function side(name: string, label: string, text: string | undefined): string {
  return `<p class="${name}"><span class="label">${label}</span> ${text === undefined ? "–" : escapeHtml(text)}</p>`;
}
