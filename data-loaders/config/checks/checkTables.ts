import {quoted} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import {TABLES} from "../shapes/sources.ts";
import type {WrittenSources} from "../shapes/sources.ts";

/** The tables against one another. */
export function checkTables({tables}: Draft<WrittenSources>, problems: ProblemList): void {
  const files = new Map<string, string>();
  for (const name of TABLES) {
    const file = tables?.[name]?.file;
    if (file === undefined) continue;
    const before = files.get(file);
    if (before !== undefined)
      problems.add(["tables", name, "file"], `${quoted(file)} is the file of ${before} already`);
    files.set(file, before ?? name);
  }
  for (const name of TABLES) checkReferences(name, tables, problems);
}

/** A reference is found by one id, so that the other table needs a key of one column. */
function checkReferences(
  name: (typeof TABLES)[number],
  tables: Draft<WrittenSources>["tables"],
  problems: ProblemList
): void {
  for (const [column, contract] of Object.entries(tables?.[name]?.columns ?? {})) {
    const other = contract?.references;
    const key = other && tables?.[other]?.key;
    const message =
      other === name
        ? "a table cannot refer to itself"
        : Array.isArray(key) && key.length > 1
          ? `${other} has a key of ${key.length} columns, so that it cannot be referred to`
          : undefined;
    if (message) problems.add(["tables", name, "columns", column, "references"], message);
  }
}
