import type {Baskets} from "../../data-loaders/baskets/store.ts";
import type {Segmentation} from "../../data-loaders/config/segments.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import {customersPerSegment, segmentCounts} from "../../data-loaders/segments/proofs/customersPerSegment.ts";
import type {CheckedSegment, CheckedSegmentation} from "./checkResult.ts";

/** Each segmentation with the size of every segment, and which are too small to be shown. */
export function checkedSegmentations(
  segmentations: readonly Segmentation[],
  assigned: readonly Assigned[],
  baskets: Baskets,
  atLeast: number
): CheckedSegmentation[] {
  return assigned.map((done) => {
    const {name, title, grain, codes} = done;
    const cross = crossLabels(
      segmentations.find((one) => one.name === name),
      assigned
    );
    return {
      name,
      title,
      grain,
      rows: codes.length,
      segments: checkedSegments(done, baskets, atLeast),
      ...(cross && {cross})
    };
  });
}

function checkedSegments(done: Assigned, baskets: Baskets, atLeast: number): CheckedSegment[] {
  const counts = segmentCounts(done);
  const customers = customersPerSegment(done, baskets);
  return done.labels.map((label, code) => {
    const count = counts[code]!;
    const isHidden = customers !== undefined && count > 0 && customers[code]! < atLeast;
    return {
      label,
      count,
      share: done.codes.length > 0 ? count / done.codes.length : 0,
      flags: count === 0 ? ["empty"] : isHidden ? ["hidden"] : []
    };
  });
}

function crossLabels(
  segmentation: Segmentation | undefined,
  assigned: readonly Assigned[]
): CheckedSegmentation["cross"] {
  if (segmentation?.kind !== "cross") return undefined;
  const [rows, columns] = segmentation.of.map(
    (name) => assigned.find((one) => one.name === name)?.labels ?? []
  );
  return [rows!, columns!];
}
