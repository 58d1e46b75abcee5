import type {When} from "./segments.ts";

/** Always holds. */
export const ALWAYS: When = {all: []};

/** What a condition speaks of, each once, in the order of its writing. */
export function whenSubjects(when: When): readonly string[] {
  return [...new Set(subjects(when))];
}

function subjects(when: When): readonly string[] {
  if ("subject" in when) return [when.subject];
  if ("not" in when) return subjects(when.not);
  return ("all" in when ? when.all : when.any).flatMap(subjects);
}
