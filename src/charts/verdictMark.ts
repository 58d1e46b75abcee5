import {escapeHtml} from "./escapeText.ts";

/** What a comparison comes to. */
export type Verdict = "difference" | "no difference" | "can't tell";

/** As printed: in tables, keys and alt texts. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  difference: "difference",
  "no difference": "no difference worth acting on",
  "can't tell": "can’t tell"
};

/** In a narrow column of a table. */
const shortWords: Readonly<Record<Verdict, string>> = {...verdictWords, "no difference": "no difference"};

/** A filled dot, a ring, a dashed ring: the same marks as in `intervalDots`. */
const shapes: Readonly<Record<Verdict, string>> = {
  difference: '<circle cx="6" cy="6" r="4.5" fill="var(--accent)"/>',
  "no difference": '<circle cx="6" cy="6" r="4" fill="none" stroke="var(--ink-soft)" stroke-width="1.5"/>',
  "can't tell":
    '<circle cx="6" cy="6" r="4" fill="none" stroke="var(--mark)" stroke-width="1.5" stroke-dasharray="2 2"/>'
};

/** A verdict in a table's cell: a quiet mark and the word, so that nothing hangs on colour. HTML. */
export function verdictMark(verdict: Verdict): string {
  const name = verdict.replaceAll(/[^a-z]+/g, "-");
  const mark = `<svg class="swatch" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${shapes[verdict]}</svg>`;
  return `<span class="verdict verdict-${name}">${mark}${escapeHtml(shortWords[verdict])}</span>`;
}
