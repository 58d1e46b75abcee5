import {distance} from "fastest-levenshtein";
import {quoted} from "./path.ts";

const LISTED = 12;
const LISTED_LENGTH = 120;

/** What to say after "unknown …": `; did you mean "up_to"?`, or `; allowed: a, b` where few are, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(word, names);
  if (near !== undefined) return `; did you mean ${quoted(near)}?`;
  const list = names.join(", ");
  return names.length > 0 && names.length <= LISTED && list.length <= LISTED_LENGTH
    ? `; allowed: ${list}`
    : "";
}

/**
 * The known word that is meant: the same but for case and separators, the same column without its grain
 * (`age` for `customer.age`), or the one with the fewest typing errors when these are few for its length.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const plain = folded(word);
  return (
    names.find((name) => folded(name) === plain) ??
    names.find((name) => folded(lastPart(name)) === folded(lastPart(word))) ??
    fewestErrors(plain, names)
  );
}

function fewestErrors(plain: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = errorsAllowed(plain) + 1;
  for (const name of names) {
    const errors = distance(plain, folded(name));
    if (errors < fewest) [best, fewest] = [name, errors];
  }
  return best;
}

/** One in a short word, two from four letters on (two letters swapped count as two), then one more for every four. */
function errorsAllowed(plain: string): number {
  return plain.length < 4 ? 1 : Math.min(5, Math.max(2, Math.floor(plain.length / 4)));
}

const folded = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, "");
const lastPart = (text: string): string => text.slice(text.lastIndexOf(".") + 1);
