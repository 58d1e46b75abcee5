import type {Coded, CustomerKinds} from "./customerKinds.ts";

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
export function smallDifferences(kinds: CustomerKinds, atLeast: number): readonly ExposedSegment[] {
  const found = kinds.dimensions.flatMap((one, at) =>
    kinds.dimensions.slice(at + 1).flatMap((other) => {
      const both = crossed(one, other, kinds.sizes);
      return [...exposedBy(one, other, both, atLeast), ...exposedBy(other, one, turned(both), atLeast)];
    })
  );
  const keys = new Map(found.map((each) => [`${each.dimension} ${each.code}`, each]));
  return [...keys.values()];
}

/** Customers by two segmentations, and by each. */
interface Crossed {
  readonly together: (a: number, b: number) => number;
  readonly sizes: readonly number[];
  readonly otherSizes: readonly number[];
}

function exposedBy(
  one: Coded,
  other: Coded,
  {together, sizes, otherSizes}: Crossed,
  atLeast: number
): ExposedSegment[] {
  return otherSizes.flatMap((size, b) => {
    if (size < atLeast) return [];
    const touching = [...sizes.keys()].filter((a) => together(a, b) > 0);
    const within = touching.filter((a) => together(a, b) === sizes[a] && sizes[a]! >= atLeast);
    const left = size - total(within, sizes);
    const beyond = touching.some((a) => sizes[a]! < atLeast) ? 0 : total(touching, sizes) - size;
    const whole = {dimension: other.name, code: b, size};
    return [
      ...(within.length > 0 && left > 0 && left < atLeast ? [smallest(one, within, sizes, whole)] : []),
      ...(beyond > 0 && beyond < atLeast ? [smallest(one, touching, sizes, whole)] : [])
    ];
  });
}

function crossed(one: Coded, other: Coded, kinds: Float64Array): Crossed {
  const width = other.labels.length;
  const together = new Float64Array(one.labels.length * width);
  const sizes = new Array<number>(one.labels.length).fill(0);
  const otherSizes = new Array<number>(width).fill(0);
  const {codes} = one;
  const {codes: otherCodes} = other;
  for (let kind = 0; kind < kinds.length; kind++) {
    const size = kinds[kind]!;
    together[codes[kind]! * width + otherCodes[kind]!]! += size;
    sizes[codes[kind]!]! += size;
    otherSizes[otherCodes[kind]!]! += size;
  }
  return {together: (a, b) => together[a * width + b]!, sizes, otherSizes};
}

const turned = ({together, sizes, otherSizes}: Crossed): Crossed => ({
  together: (b, a) => together(a, b),
  sizes: otherSizes,
  otherSizes: sizes
});

const total = (codes: readonly number[], sizes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + sizes[code]!, 0);

function smallest(
  {name}: Coded,
  codes: readonly number[],
  sizes: readonly number[],
  whole: ExposedSegment & {readonly size: number}
): ExposedSegment {
  const least = [...codes].sort((a, b) => sizes[a]! - sizes[b]! || a - b)[0]!;
  return sizes[least]! <= whole.size
    ? {dimension: name, code: least}
    : {dimension: whole.dimension, code: whole.code};
}
