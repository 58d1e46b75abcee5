/**
 * Text from data and config is hostile until written by one of these. Besides HTML there are two languages that
 * would read it: Framework's `${ }` expressions, which run, and our own `{{ }}`.
 */

/** One line of printable text: no control or direction-override characters, no runs of blanks. */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** For HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"'`${}]/g, entity);
}

/** For a place in Markdown prose: nothing in it is read as Markdown, a link, HTML, `${ }` or `{{ }}`. */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[^\p{L}\p{M}\p{N} ,;%–−…’]/gu, (character) =>
    character.codePointAt(0)! > 126 ? character : entity(character)
  );
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
