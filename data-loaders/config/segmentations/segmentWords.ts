import type {SegmentWords} from "../segments.ts";

export function segmentWords({
  label,
  say
}: {
  readonly label: string;
  readonly say?: string | undefined;
}): SegmentWords {
  return say === undefined ? {label} : {label, say: say.trim().replace(/\s+/g, " ")};
}

/** The missing or else segment stands last. */
export const lastSegment = (label: string | undefined): readonly SegmentWords[] =>
  label === undefined ? [] : [{label}];
