import type {Segmentation} from "../../config/segments.ts";
import type {Assigned} from "../assignSegments.ts";
import type {Checked} from "./checkAssigned.ts";
import {customersPerSegment, segmentCounts} from "./customersPerSegment.ts";
import type {Finding} from "./finding.ts";
import {pairWords} from "./proveCross.ts";
import type {Proving} from "./proving.ts";
import {segmentPlace} from "./segmentPlace.ts";

/** Segments that are empty though their rules could be true, or describe too few customers to be shown. */
export function sizeFindings(
  segmentation: Segmentation,
  done: Assigned,
  {baskets, atLeast}: Pick<Checked, "baskets" | "atLeast">,
  proofs: Proving
): Finding[] {
  const customers = customersPerSegment(done, baskets) ?? [];
  const few = done.labels.filter((_, code) => customers[code]! > 0 && customers[code]! < atLeast);
  const empty = segmentation.kind === "cross" ? [] : emptySegments(segmentation, done, proofs);
  return [
    ...told(
      "empty segment",
      empty,
      segmentation,
      (isOne) => `${isOne ? "is" : "are"} empty: nothing in this data is so`
    ),
    ...told(
      "few customers",
      few,
      segmentation,
      (isOne) =>
        `${isOne ? "has" : "have"} fewer than ${atLeast} customers (privacy in report.yaml): the report hides ${isOne ? "it" : "them"}`
    )
  ];
}

/** Not those that the proofs tell of already, nor a segment kept ready for missing values. */
function emptySegments(segmentation: Segmentation, done: Assigned, {logic, ask}: Proving): string[] {
  const counts = segmentCounts(done);
  const labels = logic.labels(segmentation.name);
  const ready = "missing" in segmentation ? segmentation.missing : undefined;
  return done.labels.filter(
    (label, code) => counts[code] === 0 && label !== ready && ask(labels.get(label)!).is !== "none"
  );
}

const MOST_APART = 3;

/** Each at its own place, or all together where they are many. */
function told(
  kind: Finding["kind"],
  labels: readonly string[],
  segmentation: Segmentation,
  says: (isOne: boolean) => string
): Finding[] {
  if (labels.length === 0) return [];
  if (segmentation.kind !== "cross" && labels.length <= MOST_APART)
    return labels.map((label) => ({
      kind,
      label,
      path: segmentPlace(segmentation, label),
      message: `"${label}" ${says(true)}`
    }));
  const path = ["segmentations", segmentation.name, segmentation.kind];
  return [{kind, path, message: `${pairWords(labels)} ${says(labels.length === 1)}`}];
}
