import type {CodedDimension} from "../aggregates/dimensions.ts";

/** A segment that may not be shown. */
export interface ExposedSegment {
  readonly dimension: string;
  readonly code: number;
}

/**
 * Segments that, taken from or added to segments of another segmentation, leave a group of fewer customers than
 * `atLeast`: whoever subtracts the two sees that group. Of those involved the smallest is named.
 *
 * For each segment b of another segmentation, looks at the union of the shown segments that lie wholly within b, and
 * at the union of those that have anybody in b, where all of them are shown.
 */
export function smallDifferences(
  dimensions: readonly CodedDimension[],
  atLeast: number
): readonly ExposedSegment[] {
  const ofCustomers = dimensions.filter(({keyedBy}) => keyedBy === "customer");
  const found = ofCustomers.flatMap((one) =>
    ofCustomers.filter((other) => other !== one).flatMap((other) => exposedBy(one, other, atLeast))
  );
  const keys = new Map(found.map((each) => [`${each.dimension} ${each.code}`, each]));
  return [...keys.values()];
}

function exposedBy(one: CodedDimension, other: CodedDimension, atLeast: number): ExposedSegment[] {
  const {together, sizes, otherSizes} = crossed(one, other);
  const width = otherSizes.length;
  return otherSizes.flatMap((size, b) => {
    if (size < atLeast) return [];
    const touching = [...sizes.keys()].filter((a) => together[a * width + b]! > 0);
    const within = touching.filter((a) => together[a * width + b] === sizes[a] && sizes[a]! >= atLeast);
    const left = size - total(within, sizes);
    const beyond = touching.some((a) => sizes[a]! < atLeast) ? 0 : total(touching, sizes) - size;
    const whole = {dimension: other.name, code: b, size};
    return [
      ...(within.length > 0 && left > 0 && left < atLeast ? [smallest(one, within, sizes, whole)] : []),
      ...(beyond > 0 && beyond < atLeast ? [smallest(one, touching, sizes, whole)] : [])
    ];
  });
}

/** Customers by both segmentations, row-major, and by each. */
function crossed(
  one: CodedDimension,
  other: CodedDimension
): {readonly together: Float64Array; readonly sizes: number[]; readonly otherSizes: number[]} {
  const width = other.labels.length;
  const together = new Float64Array(one.labels.length * width);
  for (let customer = 0; customer < one.codes.length; customer++)
    together[one.codes[customer]! * width + other.codes[customer]!]!++;
  const sizes = one.labels.map((_, a) =>
    together.subarray(a * width, (a + 1) * width).reduce((sum, count) => sum + count, 0)
  );
  const otherSizes = other.labels.map((_, b) =>
    sizes.reduce((sum, _size, a) => sum + together[a * width + b]!, 0)
  );
  return {together, sizes, otherSizes};
}

const total = (codes: readonly number[], sizes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + sizes[code]!, 0);

function smallest(
  {name}: CodedDimension,
  codes: readonly number[],
  sizes: readonly number[],
  whole: ExposedSegment & {readonly size: number}
): ExposedSegment {
  const least = [...codes].sort((a, b) => sizes[a]! - sizes[b]! || a - b)[0]!;
  return sizes[least]! <= whole.size
    ? {dimension: name, code: least}
    : {dimension: whole.dimension, code: whole.code};
}
