import {exactValue, joined, percentNumber} from "../conditions.ts";
import type {Named} from "../conditions.ts";
import type {Test, When} from "../segments.ts";
import type {Comparison, WhereTest, WhereTree, WhereValue} from "./whereTree.ts";

/** The same condition as `when:` would describe. */
export function exactWhere(tree: WhereTree, named: (word: string) => Named): When {
  if (tree.kind === "not") return {not: exactWhere(tree.part, named)};
  if (tree.kind !== "test")
    return joined(
      tree.kind,
      tree.parts.map((part) => exactWhere(part, named))
    );
  const {name, names} = named(tree.word.text);
  const test: When = {subject: name, test: exactTest(tree, names)};
  return tree.comparison === "!=" || tree.comparison === "not in" ? {not: test} : test;
}

const ENDS: Readonly<Partial<Record<Comparison, keyof Test>>> = {
  "<": "below",
  "<=": "up_to",
  ">": "above",
  ">=": "from"
};

function exactTest({comparison, values}: WhereTest, names: readonly string[] | undefined): Test {
  if (values.length === 0) return {missing: comparison === "is missing"};
  const exact = values.map((value) => exactValue(plainValue(value), names));
  const end = ENDS[comparison];
  return end ? {[end]: exact[0]} : {in: exact};
}

function plainValue({kind, text}: WhereValue): string | number {
  if (kind === "percent") return percentNumber(text);
  return kind === "number" ? Number(text) : text;
}
