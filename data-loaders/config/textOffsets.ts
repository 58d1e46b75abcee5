import {isScalar} from "yaml";
import type {Node} from "yaml";

/**
 * For each character of a text its offset in the file. A text is written in quotes, over several lines or with
 * doubled quotes, so that its characters do not stand one behind the other; each is looked for from the one before.
 */
export function textOffsets(node: Node | null, content: string): readonly number[] | undefined {
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) return undefined;
  const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
  const [start, end] = node.range;
  let at = isBlock ? content.indexOf("\n", start) + 1 : start + (node.type === "PLAIN" ? 0 : 1);
  const text = node.value;
  return text.split("").map((character, index) => {
    if (/\s/.test(character)) {
      if (/\s/.test(content[at] ?? "")) at = nextPlace(content, at, text, index);
      return Math.min(at - 1, end);
    }
    while (at < end && content[at] !== character) at++;
    return Math.min(at++, end);
  });
}

/** Behind the blanks that stand for one blank of the text; where the text itself has several, behind one. */
function nextPlace(content: string, at: number, text: string, index: number): number {
  if (/\s/.test(text[index + 1] ?? "")) return at + 1;
  let next = at;
  while (/\s/.test(content[next] ?? "")) next++;
  return next;
}
