/** A range of a text, the end not in it. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** Where a clause may begin: after a sentence, a semicolon, a bold lead, or what makes a paragraph or list item. */
const BEGINNING = /(?:[.!?]["”’)]?|;|(?<=\S)\*\*)\s+|\n\s*\n|(?:^|\n)\s*(?:(?:[-*+>]|#{1,6}|\d+[.)])\s+)+/g;
/** What ends one, and is not part of it. */
const END = /[.!?;](?=["”’)]*(?:\s|$))|\n\s*\n|\n(?=\s*(?:[-*+>]|\d+[.)])\s)|$/g;

/**
 * The clauses of a Markdown text that any of the given parts stand in. What stands in the parts themselves divides
 * nothing. Clauses with one half of a pair of marks are left out: they can't be taken out of their text.
 */
export function clausesAround(text: string, parts: readonly Clause[]): Clause[] {
  const masked = parts.reduce(
    (rest, {from, to}) => rest.slice(0, from) + "x".repeat(to - from) + rest.slice(to),
    text
  );
  const beginnings = [0, ...[...masked.matchAll(BEGINNING)].map((match) => match.index + match[0].length)];
  const ends = [...masked.matchAll(END)].map(({index}) => index);
  const found = new Map<number, Clause>();
  for (const part of parts) {
    const from = beginnings.findLast((at) => at <= part.from) ?? 0;
    const to = ends.find((at) => at >= part.to) ?? text.length;
    found.set(from, {from, to});
  }
  return [...found.values()].filter(({from, to}) => isWhole(masked.slice(from, to)));
}

function isWhole(clause: string): boolean {
  const count = (mark: string): number => clause.split(mark).length - 1;
  return (
    count("**") % 2 === 0 && count("`") % 2 === 0 && count("[") === count("]") && count("(") === count(")")
  );
}
