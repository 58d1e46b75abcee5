/** Grain: one entry per letter that no font of the print has. */
export interface MissingGlyph {
  readonly letter: string;
  /** The text it was first met in. */
  readonly text: string;
}

/** Stands for a letter that no font has. */
const box = "□";

/** All letters of the texts of some HTML. */
export function lettersOf(html: string): Set<string> {
  return new Set(textsOf(html).flatMap((text) => [...text]));
}

/** HTML in which a box stands for every letter that is missing, and where each was met. */
export function coveredText(
  html: string,
  missing: ReadonlySet<string>
): {html: string; missing: MissingGlyph[]} {
  if (missing.size === 0) return {html, missing: []};
  const places = new Map<string, string>();
  for (const text of textsOf(html))
    for (const letter of text)
      if (missing.has(letter) && !places.has(letter)) places.set(letter, text.trim().replace(/\s+/g, " "));
  const covered = html.replace(texts, (text) => boxed(text, missing));
  const told = [...places].filter(([letter]) => !isInvisible(letter));
  return {html: covered, missing: told.map(([letter, text]) => ({letter, text}))};
}

/** A text with boxes for what is missing. */
export function boxed(text: string, missing: ReadonlySet<string>): string {
  return [...text].map((letter) => (!missing.has(letter) ? letter : isInvisible(letter) ? "" : box)).join("");
}

/** What stands between tags; what stands in them is read aloud and never drawn. */
const texts = /(?<=^|>)[^<>]+/g;

function textsOf(html: string): string[] {
  return html.match(texts) ?? [];
}

/** Joiners and selectors change a letter beside them and have no shape of their own. */
function isInvisible(letter: string): boolean {
  return /[\p{Variation_Selector}\p{Cf}\p{M}]/u.test(letter);
}
