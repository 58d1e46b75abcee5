import {expect, it} from "vitest";
import {clausesAround} from "../../src/pages/clauses.ts";

/** The clauses around the parts between ‹ and ›, which are taken out. */
function clausesOf(marked: string): string[] {
  let text = "";
  const parts: {from: number; to: number}[] = [];
  for (const [at, piece] of marked.split(/[‹›]/).entries()) {
    if (at % 2 === 1) parts.push({from: text.length, to: text.length + piece.length});
    text += piece;
  }
  return clausesAround(text, parts).map(({from, to}) => text.slice(from, to));
}

it.each([
  ["a text without an end", "High-price items are ‹N› of items", ["High-price items are N of items"]],
  ["two in one sentence", "It is ‹N› of items and ‹M› of spend. More.", ["It is N of items and M of spend"]],
  ["two sentences", "The one is ‹N›. The other is 5.2. It is ‹M›!", ["The one is N", "It is M"]],
  ["after a semicolon", "Mid is 5; high is ‹N› of it.", ["high is N of it"]],
  [
    "a number with a point is no end",
    "It is 3.5 times ‹N.x y›, no less. Yes.",
    ["It is 3.5 times N.x y, no less"]
  ],
  ["a list item with a bold lead", "3. **[How?](./a.html)** It is ‹N› of all.\n4. Next", ["It is N of all"]],
  ["a list item without an end", "- one is ‹N›\n- two is 4", ["one is N"]],
  ["a heading", "# The ‹N›\n\nText.", ["The N"]],
  ["a quotation", "> **So what?** Ask ‹N› of them.", ["Ask N of them"]],
  ["a paragraph over lines", "First.\nThe second\nis ‹N› of\nall. Third.", ["The second\nis N of\nall"]],
  ["a quoted end", "He said “no.” It is ‹N›.", ["It is N"]],
  ["half of a pair of marks stays", "**Yes. It is ‹N›** of all.", []],
  ["half of a link stays", "See [one. It is ‹N›](x).", []]
])("%s", (_, marked, clauses) => {
  expect(clausesOf(marked)).toEqual(clauses);
});
