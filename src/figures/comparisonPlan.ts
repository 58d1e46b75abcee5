import type {SpreadOf} from "../../data-loaders/aggregates/spread.ts";
import type {Measure} from "../../data-loaders/config/measures.ts";
import type {FigureContext} from "./figureContext.ts";
import {grainOf} from "./figureContext.ts";
import type {FigureSpec} from "./figureSpec.ts";

/**
 * How a measure's cells are held against everyone. A `ratio`, `share`, `index` or `penetration` of segments of
 * customers; or a ratio by day or hour, a `part` of everyone's own orders.
 */
export interface ComparisonPlan {
  readonly kind: "ratio" | "share" | "index" | "penetration" | "part";
  /** What the aggregates must carry; penetration needs nothing but counts. */
  readonly spread?: SpreadOf;
}

type Compared = Pick<FigureSpec, "by" | "of" | "within">;

/**
 * Absent where nothing is compared: counts, medians, shares of segments themselves, single products, and measures of
 * which nobody has said what difference matters.
 */
export function comparisonPlan(
  measure: Measure,
  {by, of, within}: Compared,
  context: FigureContext
): ComparisonPlan | undefined {
  if (!measure.matters) return undefined;
  const customers = [...(of ? [of.segmentation] : []), ...by.filter(isOf("customer", context))];
  const others = by.filter((name) => !isOf("customer", context)(name));
  if (others.includes("product")) return undefined;
  if (customers.length === 0) {
    const isByTime = others.length > 0 && others.every(isOf("order", context));
    return isByTime && measure.kind === "ratio" ? {kind: "part", spread: {over: measure.over}} : undefined;
  }
  if (measure.kind === "ratio") return {kind: "ratio", spread: {over: measure.over}};
  // A mix: shares of a segment's whole, which only stands where each segment's shares sum to 100%.
  const isMix = others.length > 0 && (of ? within === undefined : within === customers[0]);
  if (!isMix) return undefined;
  if (measure.kind === "share" || measure.kind === "index")
    return {kind: measure.kind, spread: {shareOf: measure.part}};
  return measure.kind === "penetration" ? {kind: "penetration"} : undefined;
}

function isOf(grain: "customer" | "order", context: FigureContext): (name: string) => boolean {
  return (name) => (grainOf(context, name) ?? "customer") === grain;
}
