import type {NeededColumn} from "../neededColumns.ts";
import {quoted} from "../path.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenColumn} from "../shapes/sources.ts";

type ColumnDraft = Draft<WrittenColumn>;

const NUMBERS = ["whole", "money"];

/** Keys that make sense for some types only. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  from: NUMBERS,
  up_to: NUMBERS,
  missing_above: NUMBERS,
  zero_padded: ["whole"],
  written: ["whole"],
  values: ["category"],
  references: ["id"]
};

/** One column by itself, and against what the report needs it to be. */
export function checkColumn(
  column: ColumnDraft,
  needed: NeededColumn | undefined,
  path: Path,
  problems: ProblemList
): void {
  checkKeys(column, path, problems);
  checkRange(column, path, problems);
  checkMissing(column, path, problems);
  if (column.type && needed) checkNeeded(column, needed, path, problems);
}

function checkKeys(column: ColumnDraft, path: Path, problems: ProblemList): void {
  for (const [key, types] of Object.entries(ONLY_FOR)) {
    const isWritten = column[key as keyof ColumnDraft] !== undefined;
    if (isWritten && column.type && !types.includes(column.type)) {
      problems.add(
        [...path, key],
        `is only for columns of type ${types.join(" or ")}, and this one is ${quoted(column.type)}`,
        "key"
      );
    }
  }
}

function checkRange({from, up_to, missing_above}: ColumnDraft, path: Path, problems: ProblemList): void {
  if (from !== undefined && up_to !== undefined && from > up_to) {
    problems.add([...path, "up_to"], `no value is in this range: it begins at ${from} and ends at ${up_to}`);
  }
  const bound = missing_above?.bound;
  if (bound !== undefined && from !== undefined && bound < from) {
    problems.add(
      [...path, "missing_above", "bound"],
      `is below "from", so that every value would be missing`
    );
  }
}

function checkMissing(column: ColumnDraft, path: Path, problems: ProblemList): void {
  if (problems.yaml.keys(path).includes("missing")) return;
  for (const key of ["none", "optional", "missing_above"] as const) {
    if (column[key])
      problems.add([...path, key], 'makes values missing, so "missing: allowed" is needed beside it', "key");
  }
}

/** The ends keep values within what the basket store can hold. */
function checkNeeded(column: ColumnDraft, needed: NeededColumn, path: Path, problems: ProblemList): void {
  if (column.type !== needed.type) {
    problems.add([...path, "type"], `the report needs the type ${quoted(needed.type)} here`);
    return;
  }
  const {from = Number.NEGATIVE_INFINITY, up_to = column.missing_above?.bound ?? Number.POSITIVE_INFINITY} =
    column;
  const keys = problems.yaml.keys(path);
  const told = (key: "from" | "up_to") => keys.includes(key) && column[key] === undefined;
  if (needed.from !== undefined && from < needed.from && !told("from")) {
    problems.add(endAt(column, "from", path), `"from" has to be at least ${needed.from}`);
  }
  if (needed.up_to !== undefined && up_to > needed.up_to && !told("up_to")) {
    problems.add(endAt(column, "up_to", path), `"up_to" has to be at most ${needed.up_to}`);
  }
}

const endAt = (column: ColumnDraft, end: "from" | "up_to", path: Path): Path =>
  column[end] === undefined ? path : [...path, end];
