import type {When} from "./segments.ts";

/** Always holds. */
export const ALWAYS: When = {all: []};

/** A test and what it is of. */
export type WhenTest = Extract<When, {readonly subject: string}>;

/** Every test of a condition, in the order of its writing. */
export function whenTests(when: When): readonly WhenTest[] {
  if ("subject" in when) return [when];
  if ("not" in when) return whenTests(when.not);
  return ("all" in when ? when.all : when.any).flatMap(whenTests);
}

/** What a condition speaks of, each once, in the order of its writing. */
export const whenSubjects = (when: When): readonly string[] => [
  ...new Set(whenTests(when).map(({subject}) => subject))
];
