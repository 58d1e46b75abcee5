import {quoted} from "../path.ts";
import type {ProblemList} from "../problemList.ts";
import type {Draft} from "../shapes/draft.ts";
import type {WrittenReport} from "../shapes/report.ts";
import {suggestion} from "../suggestion.ts";
import type {Vocabulary} from "../vocabulary.ts";

/** Pages are made for segments of customers. */
export function checkReport(
  {segment_pages = []}: Draft<WrittenReport>,
  segmentations: Vocabulary["segmentations"] | undefined,
  problems: ProblemList
): void {
  for (const [index, name] of segment_pages.entries()) {
    if (name === undefined) continue;
    const message =
      segment_pages.indexOf(name) < index
        ? `${quoted(name)} stands here twice`
        : segmentations && pageMessage(name, segmentations);
    if (message !== undefined) problems.add(["segment_pages", index], message);
  }
}

function pageMessage(name: string, segmentations: Vocabulary["segmentations"]): string | undefined {
  if (!segmentations.has(name)) return `unknown segmentation${suggestion(name, segmentations.keys())}`;
  const grain = segmentations.get(name)?.grain ?? "customer";
  return grain === "customer"
    ? undefined
    : `${quoted(name)} splits ${grain}s; pages are made for segments of customers`;
}
