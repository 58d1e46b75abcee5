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

/** Characters that begin Markdown, links, HTML, `${ }` or `{{ }}`; hyphens and full stops within words and numbers do not. */
const markdownSigns = /[&<>`*_[\]{}$\\|~#!+=@/^]|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu;

/** For a place in Markdown prose: nothing in it is read as anything but text. */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(markdownSigns, entity)
    .replace(/^\d(?=\d*[.)](\s|$))/, entity);
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
