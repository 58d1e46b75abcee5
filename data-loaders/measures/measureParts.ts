import type {Measure, Part} from "../config/measures.ts";
import type {Grain} from "../config/segments.ts";

/** The parts of a cell that a measure is made of. */
export function measureParts(measure: Measure): readonly Part[] {
  switch (measure.kind) {
    case "ratio":
      return measure.over;
    case "median":
      return [measure.of];
    case "penetration":
      return ["customers"];
    default:
      return [measure.part];
  }
}

const orderParts: ReadonlySet<Part> = new Set(["orders", "gaps", "gap_days"]);

/**
 * Why a measure cannot be counted by rows of a grain, in words for the analyst; undefined when it can.
 * An order holds many departments, so orders (and what hangs on orders) cannot be split by items; and a customer
 * buys in many hours and departments, so shares of customers over them would not sum to one.
 */
export function whyNotCounted(measure: Measure, grains: readonly Grain[]): string | undefined {
  const byItems = grains.includes("item");
  const byOrders = grains.includes("order");
  const part = measureParts(measure).find((name) => orderParts.has(name));
  if (byItems && part !== undefined) {
    return `${measure.name} cannot be counted by what was bought: one order holds several; use items, item_share or penetration`;
  }
  if (measure.kind === "share" && measure.part === "customers" && (byItems || byOrders)) {
    return "the same customer stands in several rows, so these are no shares of a whole; use penetration";
  }
  return undefined;
}
