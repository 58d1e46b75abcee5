import {createHash} from "node:crypto";
import type {Kept, Memo} from "../baskets/memo.ts";
import type {Content} from "../baskets/sectionFile.ts";
import type {Aggregate} from "./aggregate.ts";
import {plainDimensions} from "./dimensions.ts";
import type {CodedDimension} from "./dimensions.ts";
import type {RawAggregate} from "./rawAggregate.ts";

/**
 * What the cells of each query are counted from: the codes of its dimensions themselves, so that it does not matter by
 * which rule a customer came into a segment, nor what the segment is called.
 */
export function cellDescriptions(asked: readonly (readonly CodedDimension[])[]): unknown[] {
  const digests = new Map<CodedDimension, string>();
  const digestOf = (dimension: CodedDimension): string => {
    const digest = digests.get(dimension) ?? codesDigest(dimension.codes);
    digests.set(dimension, digest);
    return digest;
  };
  return asked.map((dimensions) => ({
    cells: dimensions.map((dimension) => [dimension.keyedBy, dimension.labels.length, digestOf(dimension)])
  }));
}

/** Identity of a dimension's codes. */
export function codesDigest({buffer, byteOffset, byteLength}: CodedDimension["codes"]): string {
  return createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("hex");
}

const HISTOGRAM = "gap_histogram";

interface About {
  readonly gapWidth: number;
}

export function keepAggregate(memo: Memo, description: unknown, {parts, gap_histogram}: RawAggregate): void {
  const about: About = {gapWidth: gap_histogram?.width ?? 0};
  const contents = Object.entries(parts).map(([name, array]): Content => ({name, array}));
  if (gap_histogram) contents.push({name: HISTOGRAM, array: gap_histogram.counts});
  memo.put(description, about, contents);
}

export function keptAggregate(
  dimensions: readonly CodedDimension[],
  kept: Kept | undefined
): RawAggregate | undefined {
  if (!kept) return undefined;
  const {gapWidth} = kept.about as About;
  const arrays = [...kept.arrays].map(([name, buffer]) => [name, new Float64Array(buffer)] as const);
  const counts = arrays.find(([name]) => name === HISTOGRAM)?.[1];
  return {
    dimensions: plainDimensions(dimensions),
    cells: dimensions.reduce((cells, {labels}) => cells * labels.length, 1),
    parts: Object.fromEntries(arrays.filter(([name]) => name !== HISTOGRAM)) as unknown as Aggregate["parts"],
    ...(counts && {gap_histogram: {width: gapWidth, counts}})
  };
}
