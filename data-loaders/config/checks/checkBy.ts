import type {Path} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Grain} from "../segments.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenLabel} from "../shapes/segmentation.ts";
import {segmentationSubject, unknownSubject} from "../subjects.ts";
import type {Subject} from "../subjects.ts";
import type {Vocabulary} from "../vocabulary.ts";
import {checkMissing} from "./checkMissing.ts";

/** What bins or a map split by: the subject of `by:`, of which nothing is known where it has a problem. */
export function checkBy(
  {by, missing}: {readonly by?: string | undefined; readonly missing?: Draft<WrittenLabel> | undefined},
  grain: Grain | undefined,
  path: Path,
  vocabulary: Vocabulary,
  problems: ProblemList
): Subject {
  if (by === undefined || grain === undefined) return unknownSubject(by ?? "");
  const subject = segmentationSubject(by, grain, vocabulary, false);
  if ("wrong" in subject) {
    problems.add([...path, "by"], subject.wrong);
    return unknownSubject(by);
  }
  checkMissing(subject, missing, path, problems);
  return subject;
}
