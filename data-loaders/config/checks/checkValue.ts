import {comparisonHint} from "../comparisonHint.ts";
import {quoted} from "../path.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import {notNumber} from "../shapes/notNumber.ts";
import type {Subject} from "../subjects.ts";
import {suggestion} from "../suggestion.ts";

/** A value that the subject is to be equal to. */
export function checkValue(
  value: string | number,
  path: Path,
  subject: Subject,
  problems: ProblemList
): void {
  const message = valueMessage(value, subject);
  if (message !== undefined) problems.add(path, message);
}

function valueMessage(value: string | number, {name, values, allowed}: Subject): string | undefined {
  const hint = typeof value === "string" ? comparisonHint(value) : undefined;
  if (hint) return `to compare, write ${hint} instead of ${quoted(String(value))}`;
  if (values === "numbers") return typeof value === "string" ? notNumber(value) : undefined;
  if (values === undefined) return undefined;
  if (typeof value === "number") return `${name} has ${values}; put the number in quotes: "${value}"`;
  if (!allowed || allowed.includes(value)) return undefined;
  return `${quoted(value)} is no ${values === "labels" ? "label" : "value"} of ${name}${suggestion(value, allowed)}`;
}
