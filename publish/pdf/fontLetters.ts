/** What the glyphs of a font stand for: letters by the glyph's code in hexadecimal digits, from its ToUnicode map. */
export function fontLetters(toUnicode: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, body = ""] of toUnicode.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = "", hex = ""] of body.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(code.toLowerCase(), textOf(hex));
  for (const [, body = ""] of toUnicode.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = "", to = "", hex = ""] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, last, letter] = [from, to, hex].map((digits) => Number.parseInt(digits, 16)) as [
        number,
        number,
        number
      ];
      for (let code = first; code <= last; code++)
        letters.set(code.toString(16).padStart(from.length, "0"), String.fromCharCode(letter + code - first));
    }
  return letters;
}

/**
 * Quotation marks and their look-alikes share a glyph in the fonts, and Chromium takes the look-alike: searching for
 * `Nestlé’s` would not find it.
 */
export function withPlainQuotes(toUnicode: string): string {
  return toUnicode.replace(/<02bb>(?=\s*\n)/gi, "<2018>").replace(/<02bc>(?=\s*\n)/gi, "<2019>");
}

function textOf(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}
