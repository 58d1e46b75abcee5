import type {Test, When} from "../segments.ts";

/** A value that a subject may have; nothing is a missing one. */
type Value = string | number | undefined;

/** So many tries are made; then a condition counts as one that can hold. */
const MOST_TRIES = 50_000;

/**
 * Whether any values of its subjects make a condition hold: each subject is given one value of every stretch that the
 * tests tell apart. What subjects have to do with one another is not looked at, so that too much rather than too little
 * counts as possible.
 */
export function canHold(when: When): boolean {
  const values = [...candidates(when)];
  let tries = 0;
  const given = new Map<string, Value>();
  const search = (at: number): boolean => {
    const next = values[at];
    if (!next) return ++tries > MOST_TRIES || holds(when, given);
    return next[1].some((value) => {
      given.set(next[0], value);
      return search(at + 1);
    });
  };
  return search(0);
}

function holds(when: When, given: ReadonlyMap<string, Value>): boolean {
  if ("subject" in when) return passes(when.test, given.get(when.subject));
  if ("not" in when) return !holds(when.not, given);
  return "all" in when
    ? when.all.every((part) => holds(part, given))
    : when.any.some((part) => holds(part, given));
}

function passes(test: Test, value: Value): boolean {
  if (value === undefined) return test.missing === true;
  if (test.missing !== undefined) return !test.missing;
  if (test.in && !test.in.includes(value)) return false;
  if (typeof value === "string") return test.in !== undefined;
  return (
    value >= (test.from ?? Number.NEGATIVE_INFINITY) &&
    value > (test.above ?? Number.NEGATIVE_INFINITY) &&
    value <= (test.up_to ?? Number.POSITIVE_INFINITY) &&
    value < (test.below ?? Number.POSITIVE_INFINITY)
  );
}

/** By subject: the texts named, another one, the numbers named, one in every gap between them, and none. */
function candidates(when: When): ReadonlyMap<string, readonly Value[]> {
  const named = new Map<string, Set<string | number>>();
  collect(when, named);
  return new Map(
    [...named].map(([subject, values]) => {
      const texts = [...values].filter((value) => typeof value === "string");
      const numbers = [...values].filter((value) => typeof value === "number").sort((a, b) => a - b);
      return [subject, [...texts, "", ...between(numbers), undefined]];
    })
  );
}

function collect(when: When, into: Map<string, Set<string | number>>): void {
  if (!("subject" in when)) {
    const parts = "not" in when ? [when.not] : "all" in when ? when.all : when.any;
    for (const part of parts) collect(part, into);
    return;
  }
  const {from, above, up_to, below, in: values = []} = when.test;
  const ends = [from, above, up_to, below].filter((end) => end !== undefined);
  const seen = into.get(when.subject) ?? new Set();
  for (const value of [...values, ...ends]) seen.add(value);
  into.set(when.subject, seen);
}

function between(numbers: readonly number[]): readonly number[] {
  if (numbers.length === 0) return [];
  const gaps = numbers.flatMap((value, at) => (at === 0 ? [value] : [(numbers[at - 1]! + value) / 2, value]));
  return [numbers[0]! - 1, ...gaps, numbers.at(-1)! + 1];
}
