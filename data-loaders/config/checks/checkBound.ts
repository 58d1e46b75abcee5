import {boundNumber} from "../conditions.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {WrittenBound} from "../shapes/condition.ts";
import type {Subject} from "../subjects.ts";

/** The end of a range or of a bin. */
export function checkBound(bound: WrittenBound, path: Path, subject: Subject, problems: ProblemList): void {
  const {name, values, isShare} = subject;
  if (values === "texts" || values === "labels") {
    problems.add(path, `${name} has ${values}, which have no order; list them instead: [ … ]`, "key");
  } else if (values === "numbers" && !isShare && typeof bound === "string") {
    problems.add(path, `${name} is no share; write a number without %`);
  } else if (isShare && (boundNumber(bound) < 0 || boundNumber(bound) > 1)) {
    const hint = typeof bound === "number" && bound > 1 && bound <= 100 ? `; did you mean ${bound}%?` : "";
    problems.add(path, `${name} is a share, between 0% and 100%${hint}`);
  }
}
