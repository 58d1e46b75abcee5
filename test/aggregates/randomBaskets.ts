import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {codedDimensions} from "../../data-loaders/aggregates/dimensions.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import {assignSegments} from "../../data-loaders/segments/assignSegments.ts";
import {sources} from "../baskets/build.ts";
import {described, factValues} from "../facts/described.ts";
import {handMade} from "../facts/handMade.ts";
import type {HandCustomer, HandProduct} from "../facts/handMade.ts";
import {seeded} from "../seeded.ts";

const DEPARTMENTS = ["produce", "babies", "alcohol"];
const AISLES = ["fresh fruits", "wipes", "red wines", "white wines"];
const STATES = ["Maine", "Ohio", "Texas"];

export const PRODUCTS: Readonly<Record<string, HandProduct>> = Object.fromEntries(
  Array.from({length: 17}, (_, at) => [
    `p${at}`,
    {department: DEPARTMENTS[at % 3]!, aisle: AISLES[at % 4]!, ...(at % 5 !== 0 && {cents: 100 * at + 99})}
  ])
);

const segments = (loyalty: string) =>
  described({
    facts: "orders_placed: { of: order.order_number, take: max, unit: orders, says: highest order number }",
    segmentations: `
loyalty: { by: orders_placed, bins: ${loyalty} }
region: { by: customer.state, map: { North: [Maine, Ohio], South: Texas } }
both: { cross: [loyalty, region] }
time: { of: order, by: order.hour, bins: [ { label: early, below: 12 }, { label: late } ] }
price_range: { of: item, by: item.price, bins: [ { label: low, up_to: 5 }, { label: high } ], missing: unknown }
`
  });

/** Customers of a shop that is the same for the same seed; some order nothing, some the same product often. */
export function randomCustomers(seed: number, count: number): HandCustomer[] {
  const random = seeded(seed);
  const names = Object.keys(PRODUCTS);
  return Array.from({length: count}, () => ({
    state: random.pick(STATES),
    age: 18 + random.below(60),
    orders: Array.from({length: 1 + random.below(8)}, (_, at) => ({
      day: random.below(7),
      hour: random.pick([0, 7, 8, 11, 12, 23]),
      ...(at > 0 && random.chance(0.9) && {gap: random.below(31)}),
      items: Array.from({length: random.below(6)}, () => (random.chance(0.6) ? "+" : "") + random.pick(names))
    }))
  }));
}

export interface Dimensioned {
  readonly baskets: Baskets;
  readonly dimensions: readonly CodedDimension[];
}

const LOYALTY = "[ { label: new, up_to: 2 }, { label: regular, up_to: 5 }, { label: loyal } ]";

/** The customers' baskets with every kind of dimension there is. @param loyalty bins of the highest order number */
export function dimensioned(customers: readonly HandCustomer[], loyalty = LOYALTY): Dimensioned {
  const baskets = handMade({products: PRODUCTS, customers});
  const described = segments(loyalty);
  const {assigned} = assignSegments(described.segmentations, baskets, factValues(described, baskets));
  return {baskets, dimensions: codedDimensions(sources, baskets, assigned)};
}
