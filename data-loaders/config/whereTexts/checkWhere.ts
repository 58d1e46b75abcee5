import {checkBound} from "../checks/checkBound.ts";
import {checkValue} from "../checks/checkValue.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Resolved, Subject} from "../subjects.ts";
import type {Span, WhereTest, WhereTree, WhereValue} from "./whereTree.ts";
import {whereTests} from "./whereTree.ts";

/** The meaning of a `where:` text: each problem at its place in the text. */
export function checkWhere(
  tree: WhereTree,
  path: Path,
  resolve: (word: string) => Resolved,
  problems: ProblemList
): void {
  for (const test of whereTests(tree)) {
    const subject = resolve(test.word.text);
    if ("wrong" in subject) problems.addIn(path, test.word, subject.wrong);
    else checkComparison(test, path, subject, problems);
  }
}

function checkComparison(test: WhereTest, path: Path, subject: Subject, problems: ProblemList): void {
  const {comparison, values, word} = test;
  if (values.length === 0 && subject.missing === false)
    problems.addIn(path, word, `${subject.name} is never missing`);
  for (const [index, value] of values.entries()) {
    const here = problemsAt(value, path, problems);
    const isEnd = /^[<>]/.test(comparison);
    if (values.findIndex(({text}) => text === value.text) < index)
      here.add(path, `"${value.text}" stands here twice`);
    else if (isEnd && value.kind === "text" && subject.values === "numbers")
      checkValue(value.text, path, {...subject, names: undefined}, here);
    else if (isEnd)
      checkBound(value.kind === "number" ? Number(value.text) : value.text, path, subject, here);
    else checkEqual(value, path, subject, here);
  }
}

function checkEqual(value: WhereValue, path: Path, subject: Subject, here: ProblemList): void {
  if (value.kind === "percent" && subject.values === "numbers") checkBound(value.text, path, subject, here);
  else checkValue(value.kind === "number" ? Number(value.text) : value.text, path, subject, here);
}

/** Puts what the checks of values say at a place in the text. */
const problemsAt = (span: Span, path: Path, problems: ProblemList): ProblemList => ({
  ...problems,
  add: (_, message) => problems.addIn(path, span, message.replace("[ … ]", "in ( … )"))
});
