import {escapeHtml} from "../charts/escapeText.ts";
import {unitWords} from "../figures/format.ts";
import {measureTitle, sentence} from "../figures/measureTitle.ts";
import {wordList} from "../figures/wordList.ts";
import type {Report} from "./report.ts";
import {slugOf} from "./segmentPages.ts";

/** Grain: one entry per word that the report explains. */
interface Entry {
  readonly term: string;
  readonly says: string;
}

/** The words of the report, its measures and its segmentations in one alphabet, each with an address. HTML. */
export function glossaryBlock({glossary, measures, segments}: Report): string {
  const entries: readonly Entry[] = [
    ...glossary,
    ...measures.measures.map((measure) => ({
      term: measureTitle(measure),
      says: `${sentence(measure.says)}. In ${unitWords(measure, measures.currency)}; base: ${measure.base}.`
    })),
    ...segments.segmentations.map(({title, segments: all, grain}) => ({
      term: title,
      says: `Splits ${grain === "item" ? "item lines" : `${grain}s`} into ${wordList(all.map(({label}) => label))}.`
    }))
  ];
  const byTerm = new Map<string, Entry>();
  for (const entry of entries)
    if (!byTerm.has(entry.term.toLowerCase())) byTerm.set(entry.term.toLowerCase(), entry);
  const sorted = [...byTerm].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const items = sorted.map(
    ({term, says}, at) =>
      `<dt id="term-${slugOf(term) || at + 1}">${escapeHtml(term)}</dt><dd>${escapeHtml(says)}</dd>`
  );
  return `<dl class="glossary">\n${items.join("\n")}\n</dl>`;
}
