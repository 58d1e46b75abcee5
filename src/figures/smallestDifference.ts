import type {Measure} from "../../data-loaders/config/measures.ts";

/** The smallest difference from everyone's value that is worth acting on, in the unit of the measure. */
export function smallestDifference({matters, unit}: Measure, everyone: number): number {
  if (!matters) return Number.NaN;
  const isIndex = unit === "index";
  if (matters.kind === "relative") return matters.share * (isIndex ? 100 : Math.abs(everyone));
  return isIndex ? matters.points : matters.points / 100;
}
