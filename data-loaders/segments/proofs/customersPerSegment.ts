import type {Baskets} from "../../baskets/store.ts";
import type {Assigned} from "../assignSegments.ts";

/** Rows of each segment: customers, orders, or products. */
export function segmentCounts({labels, codes}: Pick<Assigned, "labels" | "codes">): Float64Array {
  const counts = new Float64Array(labels.length);
  for (const code of codes) counts[code]!++;
  return counts;
}

/** How many customers each segment describes; not known for products without a pass over all items. */
export function customersPerSegment(
  assigned: Pick<Assigned, "grain" | "labels" | "codes">,
  {customers, orderStart}: Pick<Baskets, "customers" | "orderStart">
): Float64Array | undefined {
  if (assigned.grain === "item") return undefined;
  if (assigned.grain === "customer") return segmentCounts(assigned);
  const counts = new Float64Array(assigned.labels.length);
  const last = new Int32Array(assigned.labels.length).fill(-1);
  for (let customer = 0; customer < customers; customer++) {
    for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
      const code = assigned.codes[order]!;
      if (last[code] === customer) continue;
      last[code] = customer;
      counts[code]!++;
    }
  }
  return counts;
}
