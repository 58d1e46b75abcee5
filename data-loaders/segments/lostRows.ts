import {locatedProblem} from "../config/locatedProblem.ts";
import type {Where} from "../config/locatedProblem.ts";
import type {Problem} from "../config/problem.ts";
import type {Segmentation} from "../config/segments.ts";
import {rowsWords} from "./rowsWords.ts";
import type {Subject} from "../facts/subject.ts";
import {valueAt} from "../facts/subject.ts";

/** Says what no segment takes: each unmapped value with its count, or an example of values (never an id). */
export function lostRows(
  segmentation: Segmentation,
  lost: readonly number[],
  subjects: readonly Subject[],
  where: Where
): Problem[] {
  const count = (rows: number): string => rowsWords(rows, segmentation.grain);
  const path = ["segmentations", segmentation.name];
  if (segmentation.kind === "map") {
    const messages = unmapped(segmentation.by, lost, subjects[0]!, count);
    return messages.map((message) => locatedProblem(where, "segments.yaml", [...path, "map"], message));
  }
  const example = subjects
    .map((subject) => `${subject.name} = ${valueAt(subject, lost[0]!) ?? "missing"}`)
    .join(", ");
  const cure =
    segmentation.kind === "bins"
      ? "declare a segment for missing values with `missing: <label>`"
      : "add a rule or an `else: <label>`";
  const message = `${count(lost.length)} ${lost.length === 1 ? "is" : "are"} in no segment, for example one with ${example}; ${cure}`;
  return [locatedProblem(where, "segments.yaml", path, message)];
}

function unmapped(
  by: string,
  lost: readonly number[],
  subject: Subject,
  count: (rows: number) => string
): string[] {
  const counts = new Map<string, number>();
  for (const row of lost) {
    const value = String(valueAt(subject, row) ?? "");
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([value, rows]) =>
    value === ""
      ? `${count(rows)} ${rows === 1 ? "has" : "have"} no ${by}; declare a segment for them with \`missing: <label>\``
      : `"${value}" (${count(rows)}) is in no segment`
  );
}
