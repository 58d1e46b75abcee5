import type {SegmentWords} from "../segments.ts";
import type {WrittenLabel} from "../shapes/segmentation.ts";

interface Dressed {
  readonly label: string;
  readonly say?: string | undefined;
  readonly colour?: string | number | undefined;
  readonly order?: number | undefined;
}

export function segmentWords({label, say, colour, order}: Dressed): SegmentWords {
  return {
    label,
    ...(say !== undefined && {say: say.trim().replace(/\s+/g, " ")}),
    ...(colour !== undefined && {colour: typeof colour === "string" ? colour.toLowerCase() : colour}),
    ...(order !== undefined && {order})
  };
}

/** A label alone, or with what is said about it. */
const labelWords = (written: WrittenLabel): SegmentWords =>
  segmentWords(typeof written === "string" ? {label: written} : written);

/** The missing or else segment stands last. */
export const lastSegment = (written: WrittenLabel | undefined): readonly SegmentWords[] =>
  written === undefined ? [] : [labelWords(written)];

/** Those with an `order` first, by it; the others keep the order of the file. */
export function inWrittenOrder<T extends {readonly order?: number | undefined}>(
  segments: readonly T[]
): readonly T[] {
  const place = ({order}: T): number => order ?? Number.POSITIVE_INFINITY;
  return [...segments].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
