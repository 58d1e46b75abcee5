import {contrast, GROUNDS} from "../../data-loaders/config/checks/contrast.ts";
import type {Segmentation} from "../../data-loaders/config/segments.ts";

/** Colour of a mark and of text on it: custom properties of theme/tokens.css. */
export interface MarkColour {
  readonly fill: string;
  readonly on: string;
}

const rampSteps = 6;
const seriesCount = 7;

/**
 * The colours of a segmentation's segments in order of code, the same on every page: those that are written, else a ramp
 * where segments have an order, separate colours where they have none, grey for the missing and the else segment.
 * Undefined when there are more than eye and palette can tell apart.
 */
export function segmentColours(segmentation: Segmentation): readonly MarkColour[] | undefined {
  const rest = restOf(segmentation);
  const plain = segmentation.segments.filter(({label, colour}) => label !== rest && colour === undefined);
  const ordered = segmentation.kind === "bins";
  const named = segmentation.segments.filter(({label}) => label !== rest).length;
  const taken = new Set(segmentation.segments.map(({colour}) => colour));
  const free = Array.from({length: seriesCount}, (_, at) => at + 1).filter((slot) => !taken.has(slot));
  if (plain.length > (ordered ? rampSteps : free.length)) return undefined;
  let place = 0;
  return segmentation.segments.map(({label, colour: written}) => {
    if (label !== rest) place += 1;
    if (written !== undefined) return writtenColour(written);
    if (label === rest) return colour("series-none");
    if (ordered) return colour(`ramp-${rampStep(place, named)}`);
    return colour(`series-${free[plain.findIndex((segment) => segment.label === label)]}`);
  });
}

/** A place in the palette, the last one grey; or `#rrggbb`, with text on it that can be read. */
function writtenColour(written: string | number): MarkColour {
  if (typeof written === "number") return colour(written > seriesCount ? "series-none" : `series-${written}`);
  const on =
    contrast(written, GROUNDS.dark) > contrast(written, GROUNDS.light) ? GROUNDS.dark : GROUNDS.light;
  return {fill: written, on};
}

/** The label of those without a segment of their own: the else, or the missing value. */
export function restOf(segmentation: Segmentation): string | undefined {
  if (segmentation.kind === "rules") return segmentation.else;
  return segmentation.kind === "cross" ? undefined : segmentation.missing;
}

/** Steps as far apart as the number of segments allows: 2 → 1, 6; 3 → 1, 4, 6. */
function rampStep(place: number, count: number): number {
  return count === 1 ? 3 : Math.round(1 + ((place - 1) * (rampSteps - 1)) / (count - 1));
}

function colour(name: string): MarkColour {
  return {fill: `var(--${name})`, on: `var(--on-${name})`};
}
