import type {Aggregate} from "../aggregates/aggregate.ts";
import {plainDimensions} from "../aggregates/dimensions.ts";
import type {CodedDimension} from "../aggregates/dimensions.ts";
import type {RawAggregate} from "../aggregates/rawAggregate.ts";
import type {Baskets} from "../baskets/store.ts";
import type {AffinityGroup, AffinityPair, AffinityQuery, AffinitySingle} from "./affinity.ts";
import type {AnalysisGate} from "./analysedBaskets.ts";
import {pairAt, pairsOf} from "./togetherCounts.ts";
import type {TogetherCounts} from "./togetherCounts.ts";

const SUPPORT_AT_LEAST = 0.001;

/** Everyone and each segment, with what the gate lets through of their pairs. Sizes are those of everyone, then of `by`. */
export async function affinityGroups(
  {supportAtLeast = SUPPORT_AT_LEAST}: AffinityQuery,
  dimension: CodedDimension,
  codes: readonly number[],
  by: CodedDimension | undefined,
  [everyoneSizes, segmentSizes]: readonly TogetherCounts[],
  counted: TogetherCounts,
  gate: AnalysisGate
): Promise<AffinityGroup[]> {
  const ofPairs = pairDimension(dimension, codes);
  const whole = table([], everyoneSizes!);
  const everyone = table([ofPairs], summedGroups(counted, ofPairs.labels.length));
  const tables = [whole, everyone];
  if (by) {
    const segments = plainDimensions([by]);
    tables.push(table(segments, segmentSizes!), table([...segments, ofPairs], counted));
  }
  const [base, pairs, segmentBase, segmentPairs] = await gate.disclose(tables);
  const groupOf = (
    segment: string | undefined,
    sizes: Aggregate,
    cells: Aggregate,
    at: number
  ): AffinityGroup => group(segment, sizes, cells, at, codes, supportAtLeast);
  return [
    groupOf(undefined, base!, pairs!, 0),
    ...(by?.labels.map((segment, at) => groupOf(segment, segmentBase!, segmentPairs!, at)) ?? [])
  ];
}

/** A code with itself stands for the code. The name has spaces, as no user's has, and says which pairs they are. */
function pairDimension(
  {name, title, labels}: CodedDimension,
  codes: readonly number[]
): Aggregate["dimensions"][number] {
  const pairs = codes.flatMap((a, at) =>
    codes.slice(at).map((b) => (a === b ? labels[a]! : `${labels[a]!} + ${labels[b]!}`))
  );
  return {
    name: `pairs of ${codes.length} ${name}`,
    title: `Pairs of ${title}`,
    grain: "item",
    labels: pairs,
    ordered: false
  };
}

function table(dimensions: RawAggregate["dimensions"], {orders, customers}: TogetherCounts): RawAggregate {
  return {dimensions, cells: customers.length, parts: {customers, orders}};
}

/** Orders and customers of everyone, or of each segment. */
export function groupSizes(by: CodedDimension | undefined, {customers, orderStart}: Baskets): TogetherCounts {
  if (!by) return {orders: Float64Array.of(orderStart[customers]!), customers: Float64Array.of(customers)};
  const size = by.labels.length;
  const sizes = {orders: new Float64Array(size), customers: new Float64Array(size)};
  const {codes} = by;
  for (let customer = 0; customer < customers; customer++) {
    const group = codes[customer]!;
    sizes.customers[group]!++;
    sizes.orders[group]! += orderStart[customer + 1]! - orderStart[customer]!;
  }
  return sizes;
}

function summedGroups({orders, customers}: TogetherCounts, pairs: number): TogetherCounts {
  const sum = (counts: Float64Array): Float64Array => {
    const all = new Float64Array(pairs);
    for (let at = 0; at < counts.length; at++) all[at % pairs]! += counts[at]!;
    return all;
  };
  return {orders: sum(orders), customers: sum(customers)};
}

function group(
  segment: string | undefined,
  sizes: Aggregate,
  cells: Aggregate,
  at: number,
  codes: readonly number[],
  supportAtLeast: number
): AffinityGroup {
  const first = at * pairsOf(codes.length);
  const orders = sizes.parts.orders![at]!;
  const ordersOf = (a: number, b: number): number => cells.parts.orders![first + pairAt(codes.length, a, b)]!;
  const customersOf = (a: number, b: number): number =>
    cells.parts.customers[first + pairAt(codes.length, a, b)]!;
  const singles = codes.map(
    (code, a): AffinitySingle => ({code, orders: ordersOf(a, a), customers: customersOf(a, a)})
  );
  const pairs = codes.flatMap((a, i) =>
    codes.slice(i + 1).flatMap((b, rest): AffinityPair[] => {
      const j = i + 1 + rest;
      const both = ordersOf(i, j);
      const support = both / orders;
      if (!(both > 0 && support >= supportAtLeast)) return [];
      const confidence = [both / singles[i]!.orders, both / singles[j]!.orders] as const;
      const lift = (confidence[0] * orders) / singles[j]!.orders;
      return [{a, b, orders: both, customers: customersOf(i, j), support, confidence, lift}];
    })
  );
  pairs.sort(
    (one, other) => other.lift - one.lift || other.orders - one.orders || one.a - other.a || one.b - other.b
  );
  return {segment, orders, customers: sizes.parts.customers[at]!, singles, pairs};
}
