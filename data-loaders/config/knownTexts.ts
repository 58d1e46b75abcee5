import {createHash} from "node:crypto";
import {deserialize, serialize} from "node:v8";

/**
 * What faultless YAML texts say, by their text, and which values pass which checks. To read YAML and to compare
 * it with its shape takes longer than to count what the edit of one segmentation changes, and nearly all of it is as it
 * was before: `publish/keptTexts.ts` keeps this between runs.
 */
const known = new Map<string, Uint8Array>();
/** Those that were read in this run, and whether any was new. */
const used = new Set<string>();
let isNews = false;

/** A new copy each time; undefined for a text that was never read. */
export function knownText(text: string): {readonly value: unknown} | undefined {
  const key = textKey(text);
  const bytes = known.get(key);
  if (!bytes) return undefined;
  used.add(key);
  return {value: deserialize(bytes)};
}

export function learnText(text: string, value: unknown): void {
  learn(textKey(text), serialize(value));
}

/** What it is called here that a value passes the check of this name: plain data, by all that the check looks at. */
export function passKey(check: string, value: unknown): string {
  return `pass ${check} ${createHash("sha256").update(serialize(value)).digest("base64")}`;
}

export function knowsPass(key: string): boolean {
  const isKnown = known.has(key);
  if (isKnown) used.add(key);
  return isKnown;
}

export function learnPass(key: string): void {
  learn(key, new Uint8Array());
}

export function recallTexts(texts: Iterable<readonly [key: string, value: Uint8Array]>): void {
  for (const [key, value] of texts) known.set(key, value);
}

/** What this run read, to be recalled in the next; undefined where that would recall it all as it is. */
export function newlyUsedTexts(): [key: string, value: Uint8Array][] | undefined {
  if (!isNews) return undefined;
  isNews = false;
  return [...used].map((key) => [key, known.get(key)!]);
}

function learn(key: string, value: Uint8Array): void {
  known.set(key, value);
  used.add(key);
  isNews = true;
}

const textKey = (text: string): string => `text ${text}`;
