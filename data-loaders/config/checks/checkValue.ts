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

function valueMessage(value: string | number, {name, values, allowed, names}: Subject): string | undefined {
  const hint = typeof value === "string" ? comparisonHint(value) : undefined;
  if (value === "missing" && values !== undefined && !allowed?.includes(value))
    return `to ask for missing values, write { missing: true } instead of "missing"`;
  if (hint) return `to compare, write ${hint} instead of ${quoted(String(value))}`;
  if (values === "numbers" && names) return namedMessage(value, name, names);
  if (values === "numbers") return typeof value === "string" ? notNumber(value) : undefined;
  if (values === undefined) return undefined;
  if (typeof value === "number") return `${name} has ${values}; put the number in quotes: "${value}"`;
  if (!allowed || allowed.includes(value)) return undefined;
  return `${quoted(value)} is no ${values === "labels" ? "label" : "value"} of ${name}${suggestion(value, allowed)}`;
}

/** A day by its number, or by the name of its weekday. */
function namedMessage(value: string | number, name: string, names: readonly string[]): string | undefined {
  const isKnown = typeof value === "string" ? names.includes(value) : names[value] !== undefined;
  return isKnown
    ? undefined
    : `${quoted(String(value))} is no value of ${name}${suggestion(String(value), names)}`;
}
