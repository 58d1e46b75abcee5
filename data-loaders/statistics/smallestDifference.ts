import type {Measure} from "../config/measures.ts";

const POINTS_OF_A_WHOLE = 100;

/**
 * The smallest difference from everyone that is worth acting on, in the unit of the measure's values: shares from 0 to
 * 1, indices around 100. NaN for a measure whose segments are not compared, such as a total.
 */
export function smallestDifference(
  {matters, unit}: Pick<Measure, "matters" | "unit">,
  everyone: number
): number {
  if (!matters) return Number.NaN;
  if (matters.kind === "relative") return matters.share * Math.abs(everyone);
  return unit === "share" ? matters.points / POINTS_OF_A_WHOLE : matters.points;
}
