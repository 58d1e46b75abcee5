import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {WrittenCondition} from "../shapes/condition.ts";
import {conditionParts} from "../shapes/conditionParts.ts";
import type {Draft} from "../shapes/draft.ts";
import type {Resolved} from "../subjects.ts";
import {checkTest} from "./checkTest.ts";

/** `resolve` says what a word of this condition may stand for. */
export function checkCondition(
  condition: Draft<WrittenCondition> | undefined,
  path: Path,
  resolve: (word: string) => Resolved,
  problems: ProblemList
): void {
  for (const part of conditionParts(condition ?? {})) {
    const at = [...path, part.key];
    if (part.kind === "not") checkCondition(part.condition, at, resolve, problems);
    else if (part.kind !== "test") {
      for (const [index, inner] of part.conditions.entries())
        checkCondition(inner, [...at, index], resolve, problems);
    } else {
      const subject = resolve(part.key);
      if ("wrong" in subject) problems.add(at, subject.wrong, "key");
      else if (part.test !== undefined) checkTest(part.test, at, subject, problems);
    }
  }
}
