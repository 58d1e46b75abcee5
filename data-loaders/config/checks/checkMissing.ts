import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenLabel} from "../shapes/segmentation.ts";
import type {Subject} from "../subjects.ts";

/** Missing values are a declared segment, never dropped; and a segment is not declared for values that cannot be missing. */
export function checkMissing(
  subject: Subject,
  written: Draft<WrittenLabel> | undefined,
  path: Path,
  problems: ProblemList
): void {
  if (subject.values === undefined || subject.missing === undefined) return;
  const isDeclared = problems.yaml.keys(path).includes("missing");
  if (subject.missing && !isDeclared) {
    problems.add(
      path,
      `${subject.name} may be missing; write how those are called, such as missing: Not known`,
      "key"
    );
  }
  if (!subject.missing && written !== undefined) {
    problems.add(
      [...path, "missing"],
      `${subject.name} is never missing (it has no "missing: allowed"); take this away`,
      "key"
    );
  }
}
