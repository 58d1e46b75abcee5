import type {Column} from "../columns.ts";
import {quoted} from "../path.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenFact} from "../shapes/fact.ts";
import {article, factWhereSubject} from "../subjects.ts";
import {nearest, suggestion} from "../suggestion.ts";
import type {Vocabulary} from "../vocabulary.ts";
import {isRowTake, rowsOf, unitOf} from "../facts.ts";
import {boundNumber} from "../conditions.ts";
import type {WrittenBound} from "../shapes/condition.ts";
import {checkBound} from "./checkBound.ts";
import {checkCondition} from "./checkCondition.ts";

type FactDraft = Draft<WrittenFact>;

export function checkFact(fact: FactDraft, path: Path, vocabulary: Vocabulary, problems: ProblemList): void {
  const message = ofMessage(fact, vocabulary);
  if (message !== undefined) problems.add([...path, "of"], message);
  else checkUnit(fact, path, vocabulary, problems);
  checkShare(fact, path, problems);
  checkRange(fact, path, problems);
  const rows = rowsOf(fact.of ?? "");
  if (rows)
    checkCondition(
      fact.where,
      [...path, "where"],
      (word) => factWhereSubject(word, rows, vocabulary),
      problems
    );
}

/** `of` names the rows (order, item) for count and share, and a column of them for the other takes. */
function ofMessage({per, of, take}: FactDraft, {columns}: Vocabulary): string | undefined {
  if (of === undefined) return undefined;
  if (per === "order" && rowsOf(of) === "order")
    return `a fact per order is taken over the items of the order, not over ${quoted(of)}${of.includes(".") ? "; name the column itself where it is used" : ""}`;
  if (!rowsOf(of))
    return `a fact is taken over the order or item rows of a customer, not over ${quoted(of)}${columnHint(of, columns)}`;
  const hasColumn = of.includes(".");
  if (!hasColumn)
    return take && !isRowTake(take) ? `${take} needs a column${columnList(of, columns)}` : undefined;
  if (columns && !columns.has(of)) return `unknown column${suggestion(of, takeable(columns))}`;
  if (take && isRowTake(take))
    return `${take} is taken over rows and not over a column; write ${of.split(".")[0]}`;
  return take && columnMessage(of, take, columns?.get(of));
}

function columnMessage(of: string, take: string, column: Column | undefined): string | undefined {
  const isText = column?.type === "text" || column?.type === "category";
  return isText ? `${take} needs numbers, and ${of} has texts` : undefined;
}

function columnHint(of: string, columns: Vocabulary["columns"]): string {
  const [grain = "", name] = of.split(".");
  if (grain === "customer") return "; name the column itself where it is used";
  const rows = ["order", "item"];
  const isRows = name === undefined && nearest(of, rows) !== undefined;
  return suggestion(of, isRows ? rows : takeable(columns));
}

const takeable = (columns: Vocabulary["columns"]): string[] =>
  [...(columns ?? [])].filter(([, {grain}]) => grain !== "customer").map(([name]) => name);

function columnList(rows: string, columns: Vocabulary["columns"]): string {
  const known = [...(columns ?? [])].filter(
    ([, {grain, type}]) => grain === rows && type !== "text" && type !== "category"
  );
  return known.length ? ` of ${article(rows as "item")}: ${known.map(([name]) => name).join(", ")}` : "";
}

function checkUnit(fact: FactDraft, path: Path, {columns}: Vocabulary, problems: ProblemList): void {
  const {of, take, unit} = fact;
  if (of === undefined || take === undefined || !columns) return;
  if (take === "share" && unit !== undefined && unit !== "share")
    problems.add([...path, "unit"], 'the unit of a share is "share"');
  if (unit === undefined && unitOf({of, take}, columns) === undefined) {
    problems.add(path, `"unit" is missing: what are the values of ${of} counted in?`, "key");
  }
}

/** The right values, and the one that stands for missing among them. */
function checkRange({take, range, missing}: FactDraft, path: Path, problems: ProblemList): void {
  const subject = {name: path.at(-1) as string, values: "numbers", isShare: take === "share"} as const;
  const check = (bound: WrittenBound | undefined, at: Path): number | undefined => {
    if (bound === undefined || take === undefined) return undefined;
    checkBound(bound, at, subject, problems);
    return boundNumber(bound);
  };
  const from = check(range?.from, [...path, "range", "from"]);
  const upTo = check(range?.up_to, [...path, "range", "up_to"]);
  const as = typeof missing === "object" ? check(missing.as, [...path, "missing", "as"]) : undefined;
  if (range && problems.yaml.keys([...path, "range"]).length === 0)
    problems.add([...path, "range"], "is empty; write an end, such as { from: 0 }");
  else if (from !== undefined && upTo !== undefined && from > upTo)
    problems.add([...path, "range"], `no value is in this range: it begins at ${from} and ends at ${upTo}`);
  else if (as !== undefined && (as < (from ?? as) || as > (upTo ?? as)))
    problems.add([...path, "missing", "as"], `${as} is outside the range of this fact`);
}

function checkShare({take, where}: FactDraft, path: Path, problems: ProblemList): void {
  if (take === "share" && !problems.yaml.keys(path).includes("where") && where === undefined) {
    problems.add(path, '"where" is missing: a share of which rows?', "key");
  }
}
