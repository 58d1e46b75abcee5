/** Blocks stand apart by an empty line, but the items of a list and the rows of a table by none. */
export function joinedParts(parts: readonly string[]): string {
  let result = "";
  let last = "";
  for (const part of parts) {
    if (part === "") continue;
    const isClose =
      (isItem(part) && (isItem(last) || /^\s/.test(part))) ||
      (isRow(part) && isRow(last)) ||
      (isQuote(part) && isQuote(last));
    result += result === "" ? part : `${isClose ? "\n" : "\n\n"}${part}`;
    last = part;
  }
  return `${result}\n`;
}

const isItem = (text: string) => /^\s*([-*+]|\d+[.)])\s/.test(text);
const isRow = (text: string) => /^\s*\|/.test(text);
const isQuote = (text: string) => text.startsWith(">");
