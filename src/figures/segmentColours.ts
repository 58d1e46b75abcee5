import type {Segmentation} from "../../data-loaders/config/segments.ts";

/** Colour of a mark and of text on it: custom properties of theme/tokens.css. */
export interface MarkColour {
  readonly fill: string;
  readonly on: string;
}

const rampSteps = 6;
const seriesCount = 7;

/**
 * The colours of a segmentation's segments in order of code, the same on every page: a ramp where segments have an
 * order, separate colours where they have none, grey for the missing and the else segment. Undefined when there are
 * more than eye and palette can tell apart.
 */
export function segmentColours(segmentation: Segmentation): readonly MarkColour[] | undefined {
  const rest = restOf(segmentation);
  const named = segmentation.segments.filter(({label}) => label !== rest).length;
  const ordered = segmentation.kind === "bins";
  if (named > (ordered ? rampSteps : seriesCount)) return undefined;
  let place = 0;
  return segmentation.segments.map(({label}) => {
    if (label === rest) return colour("series-none");
    place += 1;
    return colour(ordered ? `ramp-${rampStep(place, named)}` : `series-${place}`);
  });
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
