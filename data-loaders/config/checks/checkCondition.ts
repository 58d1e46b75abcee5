import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenCondition} from "../shapes/condition.ts";
import type {Resolved} from "../subjects.ts";
import {checkTest} from "./checkTest.ts";

/** `resolve` says what a word of this condition may stand for. */
export function checkCondition(
  condition: Draft<WrittenCondition> | undefined,
  path: Path,
  resolve: (word: string) => Resolved,
  problems: ProblemList
): void {
  for (const [word, test] of Object.entries(condition ?? {})) {
    const subject = resolve(word);
    if ("wrong" in subject) problems.add([...path, word], subject.wrong, "key");
    else if (test !== undefined) checkTest(test, [...path, word], subject, problems);
  }
}
