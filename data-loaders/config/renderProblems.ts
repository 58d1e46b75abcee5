import {problemLine, UNSEEN} from "./problem.ts";
import type {Problem} from "./problem.ts";

/** How many problems are shown with their line, and how many more as one line each, so that all fits one screen. */
const SHOWN = 8;
const LISTED = 10;
const WIDEST = 100;

/**
 * The problems as a text for a terminal: each in one line, below it the offending line with a pointer, at the end
 * `and 12 more` where there are many. `sourceOf` gives a file's content by the name it has in the problems.
 */
export function renderProblems(
  problems: readonly Problem[],
  sourceOf: (file: string) => string | undefined
): string {
  const shown = problems
    .slice(0, SHOWN)
    .map((problem) => [problemLine(problem), ...excerpt(problem, sourceOf)].join("\n"));
  const listed = problems.slice(SHOWN, SHOWN + LISTED).map(problemLine);
  const left = problems.length - shown.length - listed.length;
  return [...shown, ...listed, ...(left > 0 ? [`and ${left} more`] : [])].join("\n");
}

function excerpt(
  {file, line, column, width}: Problem,
  sourceOf: (file: string) => string | undefined
): string[] {
  const text = line === undefined ? undefined : sourceOf(file)?.split(/\r\n|\r|\n/)[line - 1];
  if (line === undefined || column === undefined || text === undefined) return [];
  const from = Math.max(0, Math.min(column - 1 - Math.floor(WIDEST * 0.6), text.length - WIDEST));
  const to = from + WIDEST;
  const before = seen(text.slice(from, column - 1));
  const meant = seen(text.slice(column - 1, Math.min(column - 1 + (width ?? 1), to)));
  const lead = `  ${line} | ${from > 0 ? "…" : ""}`;
  const pointer = " ".repeat(lead.length + [...before].length) + "^".repeat(Math.max(1, [...meant].length));
  return [`${lead}${seen(text.slice(from, to))}${text.length > to ? "…" : ""}`, pointer];
}

/** Each character that cannot be seen as one space, so that the pointer stays under what it means. */
function seen(text: string): string {
  return text.replace(UNSEEN, " ");
}
