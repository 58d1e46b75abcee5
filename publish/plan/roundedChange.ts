import {roundedSize} from "../manifest/roundedSize.ts";
import type {SegmentationChange, SegmentChange} from "./plan.ts";

/** What happens to a segmentation, with every count rounded as the report's own are. */
export function roundedChange(change: SegmentationChange, to: number | undefined): SegmentationChange {
  if (to === undefined) return change;
  const {segments, flow} = change;
  return {
    ...change,
    segments: segments.map((segment) => roundedSegment(segment, to)),
    ...(flow && {
      flow: {
        ...flow,
        moved: roundedSize(flow.moved, to),
        of: roundedSize(flow.of, to),
        moves: flow.moves.map((move) => ({...move, size: roundedSize(move.size, to)}))
      }
    })
  };
}

function roundedSegment(segment: SegmentChange, to: number): SegmentChange {
  const [before, by_old_rule, now] = [segment.before, segment.by_old_rule, segment.now].map((size) =>
    roundedSize(size, to)
  );
  const change =
    typeof segment.change === "number" && typeof before === "number" && typeof now === "number"
      ? now - before
      : segment.change;
  return {
    ...segment,
    ...(before !== undefined && {before}),
    ...(by_old_rule !== undefined && {by_old_rule}),
    ...(now !== undefined && {now}),
    ...(change !== undefined && {change})
  };
}
