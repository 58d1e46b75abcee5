import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {assignSegments} from "../../data-loaders/segments/assignSegments.ts";
import type {Assigned} from "../../data-loaders/segments/assignSegments.ts";
import {described, factValues} from "../facts/described.ts";

export const products = {
  milk: {department: "dairy eggs", cents: 149},
  nappies: {department: "babies", cents: 500},
  wine: {department: "alcohol", cents: 1501},
  gift: {department: "babies"}
};

const FACTS = `
orders_placed: { of: order.order_number, take: max, unit: orders, says: highest order number }
typical_gap: { of: order.days_since_prior_order, take: median, unit: days, missing: allowed, says: median gap }
baby_share: { of: item, take: share, where: { department: babies }, missing: allowed, says: share of babies }
mean_price: { of: item.price, take: mean, missing: allowed, says: mean price }
cheap_share: { of: item, take: share, where: { price: { up_to: 5 } }, missing: allowed, says: share of cheap items }
`;

/** Carries out segmentations in YAML, over the facts above. */
export function carriedOut(segmentations: string, baskets: Baskets) {
  const segments = described({facts: FACTS, segmentations});
  return assignSegments(segments.segmentations, baskets, factValues(segments, baskets));
}

export const labelsOf = ({labels, codes}: Assigned): string[] => [...codes].map((code) => labels[code]!);

/** Labels of the segmentation `asked`, one per row. */
export function labels(asked: string, baskets: Baskets, others = ""): string[] {
  return labelsOf(
    carriedOut(`${others}\nasked:\n${asked.replaceAll(/^/gm, "  ")}`, baskets).assigned.at(-1)!
  );
}
