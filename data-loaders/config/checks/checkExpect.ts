import {percentNumber} from "../conditions.ts";
import {quoted} from "../path.ts";
import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenExpect} from "../shapes/segmentation.ts";
import {suggestion} from "../suggestion.ts";

/** The labels that sizes are expected of; absent where they are not known. */
interface ExpectedOf {
  readonly labels: readonly string[] | undefined;
  /** The else or missing segment. */
  readonly rest: string | undefined;
  readonly hasElse: boolean;
}

/** Sizes that can be, of segments that are there. */
export function checkExpect(
  expect: Draft<WrittenExpect> | undefined,
  {labels, rest, hasElse}: ExpectedOf,
  path: Path,
  problems: ProblemList
): void {
  if (!expect) return;
  const at = [...path, "expect"];
  if (problems.yaml.keys(at).length === 0)
    problems.add(at, "is empty; write a size, such as { each_at_least: 1% }");
  if (expect.else_at_most !== undefined && !hasElse)
    problems.add([...at, "else_at_most"], 'this segmentation has no "else"; take this away', "key");
  checkShare(expect.else_at_most, [...at, "else_at_most"], problems);
  checkShare(expect.each_at_least, [...at, "each_at_least"], problems);
  checkEach(expect.each_at_least, labels?.filter((label) => label !== rest).length, at, problems);
  for (const [label, share] of Object.entries(expect.at_most ?? {})) {
    if (labels && !labels.includes(label))
      problems.add(
        [...at, "at_most", label],
        `${quoted(label)} is no segment here${suggestion(label, labels)}`,
        "key"
      );
    else checkShare(share, [...at, "at_most", label], problems);
  }
}

function checkShare(share: string | undefined, path: Path, problems: ProblemList): void {
  if (share !== undefined && percentNumber(share) > 1) problems.add(path, "at most 100% is possible");
}

function checkEach(
  share: string | undefined,
  count: number | undefined,
  path: Path,
  problems: ProblemList
): void {
  if (share === undefined || count === undefined || percentNumber(share) > 1) return;
  if (percentNumber(share) * count > 1 + 1e-9)
    problems.add(
      [...path, "each_at_least"],
      `${count} segments of ${share} each are more than 100%; at most ${Math.floor(1000 / count) / 10}% is possible`
    );
}
