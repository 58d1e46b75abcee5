import {escapeHtml} from "../charts/escapeText.ts";
import {tooFew} from "./format.ts";
import {heatScale} from "./heatSteps.ts";

interface KeyEntry {
  readonly name: string;
  /** A CSS colour, or `hollow` for the ring of a base. */
  readonly fill: string;
  readonly hidden: boolean;
}

/** Names of colours, where they cannot stand at the marks themselves. */
export function chartKey(entries: readonly KeyEntry[]): string {
  const items = entries.map(({name, fill}) => `<li>${swatch(fill)}${escapeHtml(name)}</li>`);
  return `<ul class="chart-key">${items.join("")}</ul>`;
}

/** The scale of a heat map from least to most, and its sign for hidden cells where it has any. */
export function heatKey(least: string, most: string, anyHidden: boolean): string {
  const steps = heatScale.map(
    (step) => `<rect class="${step}" x="${16 * (Number(step.slice(5)) - 1)}" width="15" height="12"/>`
  );
  const scale = `<svg class="heat-scale" viewBox="0 0 112 12" width="112" height="12" aria-hidden="true">${steps.join("")}</svg>`;
  const hidden = anyHidden ? `<span class="key-hidden">hatched: ${tooFew} customers to show</span>` : "";
  return `<p class="heat-key"><span>${escapeHtml(least)}</span>${scale}<span>${escapeHtml(most)}</span>${hidden}</p>`;
}

function swatch(fill: string): string {
  const drawn =
    fill === "hollow"
      ? '<circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--base-mark)" stroke-width="1.5"/>'
      : `<rect width="12" height="12" rx="2" fill="${fill}"/>`;
  return `<svg class="swatch" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${drawn}</svg>`;
}
