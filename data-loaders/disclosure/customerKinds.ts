import type {CodedDimension} from "../aggregates/dimensions.ts";

/** Something whose keys have codes: a dimension, by customer or by kind of customer. */
export interface Coded {
  readonly name: string;
  readonly labels: readonly string[];
  readonly codes: CodedDimension["codes"] | Uint32Array;
}

/** Customers who are in the same segment of every segmentation. There are few kinds, and many customers. */
export interface CustomerKinds {
  /** Customers of each kind. */
  readonly sizes: Float64Array;
  /** Codes by kind. */
  readonly dimensions: readonly Coded[];
}

export function customerKinds(ofCustomers: readonly CodedDimension[]): CustomerKinds {
  const kindOf = new Uint32Array(ofCustomers[0]?.codes.length ?? 0);
  let kinds = 1;
  for (const {codes, labels} of ofCustomers) kinds = split(kindOf, kinds, codes, labels.length);
  const sizes = new Float64Array(kinds);
  const someOf = new Uint32Array(kinds);
  for (let customer = 0; customer < kindOf.length; customer++) {
    sizes[kindOf[customer]!]!++;
    someOf[kindOf[customer]!] = customer;
  }
  const dimensions = ofCustomers.map(({name, labels, codes}) => ({
    name,
    labels,
    codes: someOf.map((customer) => codes[customer]!)
  }));
  return {sizes, dimensions};
}

const MANY_PAIRS = 1 << 22;

/** Splits each kind by one more segmentation, in the order of customers; how many kinds there are then. */
function split(kindOf: Uint32Array, kinds: number, codes: CodedDimension["codes"], segments: number): number {
  if (kinds * segments > MANY_PAIRS) return splitByMap(kindOf, codes, segments);
  const found = new Uint32Array(kinds * segments); // 0 where there is none yet, else 1 more than the kind
  let count = 0;
  for (let customer = 0; customer < kindOf.length; customer++) {
    const pair = kindOf[customer]! * segments + codes[customer]!;
    if (found[pair] === 0) found[pair] = ++count;
    kindOf[customer] = found[pair]! - 1;
  }
  return count;
}

function splitByMap(kindOf: Uint32Array, codes: CodedDimension["codes"], segments: number): number {
  const found = new Map<number, number>();
  for (let customer = 0; customer < kindOf.length; customer++) {
    const pair = kindOf[customer]! * segments + codes[customer]!;
    const kind = found.get(pair) ?? found.size;
    found.set(pair, kind);
    kindOf[customer] = kind;
  }
  return found.size;
}
