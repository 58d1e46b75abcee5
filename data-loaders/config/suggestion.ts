import {distance} from "fastest-levenshtein";
import {quoted} from "./path.ts";

const LISTED = 12;
const LISTED_LENGTH = 220;

/** What to say after "unknown …": `; did you mean "up_to"?`, or `; allowed: a, b` where few are, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearest(word, names);
  if (near !== undefined) return `; did you mean ${quoted(near)}?`;
  const siblings = names.filter((name) => word.includes(".") && group(name) === group(word));
  const listed = siblings.length ? siblings : names;
  const list = listed.join(", ");
  return listed.length > 0 && listed.length <= LISTED && list.length <= LISTED_LENGTH
    ? `; allowed: ${list}`
    : "";
}

/**
 * The known word that is meant: the same but for case and separators, the same column without its grain
 * (`age` for `customer.age`), the one with the fewest typing errors when these are few for its length,
 * or the only one that begins so (`customer.family` for `customer.family_status`).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const plain = folded(lastPart(word));
  const siblings = names.filter((name) => !word.includes(".") || group(name) === group(word));
  return (
    names.find((name) => folded(name) === folded(word)) ??
    names.find((name) => folded(lastPart(name)) === plain) ??
    fewestErrors(plain, siblings) ??
    onlyOne(siblings.filter((name) => plain.length >= 3 && folded(lastPart(name)).startsWith(plain)))
  );
}

function fewestErrors(plain: string, names: readonly string[]): string | undefined {
  const errors = names.map((name) => distance(plain, folded(lastPart(name))));
  const fewest = Math.min(...errors);
  if (fewest > errorsAllowed(plain)) return undefined;
  const best = names.filter((_, index) => errors[index] === fewest);
  return best.find((name) => folded(lastPart(name)).length === plain.length) ?? best[0];
}

/** One in a short word, two from four letters on (two letters swapped count as two), then one more for every four. */
function errorsAllowed(plain: string): number {
  return plain.length < 4 ? 1 : Math.min(5, Math.max(2, Math.floor(plain.length / 4)));
}

const onlyOne = (names: readonly string[]): string | undefined => (names.length === 1 ? names[0] : undefined);
const folded = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, "");
const lastPart = (text: string): string => text.slice(text.lastIndexOf(".") + 1);
const group = (text: string): string => text.slice(0, text.lastIndexOf(".") + 1);
