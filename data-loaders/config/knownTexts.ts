import {deserialize, serialize} from "node:v8";

/**
 * What faultless YAML texts say, by their text. To read YAML takes longer than to count what the edit of one
 * segmentation changes, and nearly all texts are as they were before: `publish/keptTexts.ts` keeps them between runs.
 */
const known = new Map<string, Uint8Array>();
/** Those that were read in this run, and whether any had to be parsed. */
const used = new Set<string>();
let isNews = false;

/** A new copy each time; undefined for a text that was never read. */
export function knownText(text: string): {readonly value: unknown} | undefined {
  const bytes = known.get(text);
  if (!bytes) return undefined;
  used.add(text);
  return {value: deserialize(bytes)};
}

export function learnText(text: string, value: unknown): void {
  known.set(text, serialize(value));
  used.add(text);
  isNews = true;
}

export function recallTexts(texts: Iterable<readonly [text: string, value: Uint8Array]>): void {
  for (const [text, value] of texts) known.set(text, value);
}

/** The texts of this run, to be recalled in the next; undefined where that would recall them all as it is. */
export function newlyUsedTexts(): [text: string, value: Uint8Array][] | undefined {
  if (!isNews) return undefined;
  isNews = false;
  return [...used].map((text) => [text, known.get(text)!]);
}
