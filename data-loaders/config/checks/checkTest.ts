import {checkBound} from "./checkBound.ts";
import {checkValue} from "./checkValue.ts";
import {boundNumber} from "../conditions.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenBound, WrittenTest} from "../shapes/condition.ts";
import type {Subject} from "../subjects.ts";

const ENDS = ["from", "above", "up_to", "below"] as const;

type WrittenRange = {readonly [End in (typeof ENDS)[number]]?: WrittenBound | undefined} & {
  readonly in?: readonly (string | number | undefined)[] | undefined;
  readonly missing?: boolean | undefined;
};

/** One value, a list of values, or a range. */
export function checkTest(
  test: Draft<WrittenTest>,
  path: Path,
  subject: Subject,
  problems: ProblemList
): void {
  if (typeof test !== "object") checkValue(test, path, subject, problems);
  else if (isList(test)) checkValues(test, path, subject, problems);
  else checkRange(test, path, subject, problems);
}

const isList = (test: object): test is readonly (string | number | undefined)[] => Array.isArray(test);

function checkValues(
  values: readonly (string | number | undefined)[],
  path: Path,
  subject: Subject,
  problems: ProblemList
): void {
  for (const [index, value] of values.entries()) {
    const at = [...path, index];
    if (value === undefined) continue;
    if (values.indexOf(value) < index) problems.add(at, `${JSON.stringify(value)} stands here twice`);
    else checkValue(value, at, subject, problems);
  }
}

function checkRange(range: WrittenRange, path: Path, subject: Subject, problems: ProblemList): void {
  if (Object.keys(range).length === 0)
    problems.add(path, "is empty; write a value, or an end such as { from: 1 }");
  checkMissing(range, path, subject, problems);
  if (range.in) checkValues(range.in, [...path, "in"], subject, problems);
  for (const end of ENDS) {
    const bound = range[end];
    if (bound !== undefined) checkBound(bound, [...path, end], subject, problems);
  }
  for (const [first, second] of [
    ["from", "above"],
    ["up_to", "below"]
  ] as const) {
    if (range[first] !== undefined && range[second] !== undefined) {
      problems.add([...path, second], `stands beside "${first}"; keep one of the two`, "key");
      return;
    }
  }
  checkOrder(range, path, problems);
}

/** A missing value is in no range and no list. */
function checkMissing(range: WrittenRange, path: Path, subject: Subject, problems: ProblemList): void {
  if (range.missing === undefined) return;
  const other = problems.yaml.keys(path).find((key) => key !== "missing");
  if (other !== undefined)
    problems.add([...path, "missing"], `stands beside "${other}"; use "any" to ask for either of two`, "key");
  else if (subject.missing === false) problems.add(path, `${subject.name} is never missing`);
}

/** A range that no value can be in. */
function checkOrder(range: WrittenRange, path: Path, problems: ProblemList): void {
  const [low, high] = [range.from ?? range.above, range.up_to ?? range.below];
  if (low === undefined || high === undefined) return;
  const isPoint = range.from !== undefined && range.up_to !== undefined;
  const [from, to] = [boundNumber(low), boundNumber(high)];
  if (from > to || (from === to && !isPoint))
    problems.add(path, `no value is in this range: it begins at ${low} and ends at ${high}`);
}
