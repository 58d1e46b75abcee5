import {UserError} from "./problem.ts";
import type {Problem} from "./problem.ts";

/** A file that has been read and checked: its problems, or what it says exactly. */
export interface Reading<Exact> {
  readonly problems: readonly Problem[];
  /** Only for a file without problems. */
  readonly exact: () => Exact;
}

/** What the file says. Throws a `UserError` with all its problems. */
export function exactly<Exact>({problems, exact}: Reading<Exact>): Exact {
  if (problems.length > 0) throw new UserError(inOrder(problems));
  return exact();
}

/** In the order of the lines; problems of one file stay together. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({file}) => file))];
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0)
  );
}
