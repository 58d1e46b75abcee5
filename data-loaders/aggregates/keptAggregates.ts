import {createHash} from "node:crypto";
import type {Kept, Memo} from "../baskets/memo.ts";
import type {Content} from "../baskets/sectionFile.ts";
import type {Aggregate} from "./aggregate.ts";
import type {AskedCells} from "./cellPlan.ts";
import {plainDimensions} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";
import type {RawAggregate} from "./rawAggregate.ts";
import {spreadKey} from "./spread.ts";
import type {CellMoments, SpreadOf} from "./spread.ts";

/**
 * What the cells of each query are counted from: the codes of its dimensions themselves, so that it does not matter by
 * which rule a customer came into a segment, nor what the segment is called.
 */
export function cellDescriptions(asked: readonly AskedCells[]): unknown[] {
  return asked.map(({dimensions, spreads}) => ({
    cells: dimensions.map(({keyedBy, labels, codes}) => [keyedBy, labels.length, codesDigest(codes)]),
    spreads: spreads.map(spreadKey).sort()
  }));
}

/** Identity of a dimension's codes, which never change. */
export function codesDigest(codes: CodedDimension["codes"]): string {
  const known = digests.get(codes);
  if (known !== undefined) return known;
  const {buffer, byteOffset, byteLength} = codes;
  const digest = createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("hex");
  digests.set(codes, digest);
  return digest;
}

const digests = new WeakMap<CodedDimension["codes"], string>();

const HISTOGRAM = "gap_histogram";
const LARGEST = "largest_spend";

interface About {
  readonly gapWidth: number;
}

export function keepAggregate(
  memo: Memo,
  description: unknown,
  {parts, spreads, gap_histogram, largest_spend}: RawAggregate
): void {
  const about: About = {gapWidth: gap_histogram?.width ?? 0};
  const contents = Object.entries(parts).map(([name, array]): Content => ({name, array}));
  for (const [key, moments] of spreads ?? []) {
    for (const name of MOMENTS) contents.push({name: momentName(key, name), array: moments[name]});
  }
  if (largest_spend) contents.push({name: LARGEST, array: largest_spend});
  if (gap_histogram) contents.push({name: HISTOGRAM, array: gap_histogram.counts});
  memo.put(description, about, contents);
}

export function keptAggregate(
  {dimensions, spreads}: AskedCells,
  kept: Kept | undefined
): RawAggregate | undefined {
  if (!kept) return undefined;
  const {gapWidth} = kept.about as About;
  const arrays = new Map([...kept.arrays].map(([name, buffer]) => [name, new Float64Array(buffer)]));
  const taken = (name: string): Float64Array | undefined => {
    const array = arrays.get(name);
    arrays.delete(name);
    return array;
  };
  const counts = taken(HISTOGRAM);
  const largest_spend = taken(LARGEST);
  const moments = new Map(spreads.map((spread) => keptMoments(spread, taken)));
  return {
    dimensions: plainDimensions(dimensions),
    cells: dimensions.reduce((cells, {labels}) => cells * labels.length, 1),
    parts: Object.fromEntries(arrays) as unknown as Aggregate["parts"],
    ...(largest_spend && {largest_spend}),
    ...(moments.size > 0 && {spreads: moments}),
    ...(counts && {gap_histogram: {width: gapWidth, counts}})
  };
}

const MOMENTS = ["nn", "nd", "dd"] as const;

const momentName = (key: string, name: keyof CellMoments): string => `${key}: ${name}`;

function keptMoments(
  spread: SpreadOf,
  taken: (name: string) => Float64Array | undefined
): readonly [string, CellMoments] {
  const key = spreadKey(spread);
  const [nn, nd, dd] = MOMENTS.map((name) => taken(momentName(key, name))!) as [
    Float64Array,
    Float64Array,
    Float64Array
  ];
  return [key, {nn, nd, dd}];
}
