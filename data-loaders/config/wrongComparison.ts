import {comparisonHint} from "./comparisonHint.ts";

/** What to write for a text such as `> 10` at an offset: `up_to: > 10` has a sign too many, `age: > 10` is to be an entry. */
export function wrongComparison(
  at: number,
  text: string,
  content: string
): {readonly at: number; readonly width: number; readonly message: string} | undefined {
  const hint = comparisonHint(text);
  if (!hint) return undefined;
  const line = content.slice(content.lastIndexOf("\n", at - 1) + 1, at);
  const isEnd = /\b(from|above|up_to|below)\s*:\s*$/.test(line);
  const message = isEnd
    ? `write only the number: ${text.replace(/^[<>=\s]+/, "")}`
    : `to compare, write ${hint} instead of ${text}`;
  return {at, width: text.length, message};
}
