import type {CrossedCounts, Segmented} from "./crossedCounts.ts";

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
 * @param published segmentations of earlier versions by name, and which of their segments were shown: nothing of them
 *   can be hidden any more
 */
export function smallDifferences(
  dimensions: readonly Segmented[],
  crossed: CrossedCounts,
  atLeast: number,
  published: ReadonlyMap<string, readonly boolean[]> = new Map()
): readonly ExposedSegment[] {
  const isSeen: IsSeen = ({name}, code, size) => size >= atLeast && published.get(name)?.[code] !== false;
  const found = dimensions.flatMap((one, at) =>
    dimensions.slice(at + 1).flatMap((other) => {
      if (published.has(one.name) && published.has(other.name)) return [];
      const both = crossing(crossed(one, other), other.labels.length);
      const few = [
        ...smallRests(one, other, both, atLeast, isSeen),
        ...smallRests(other, one, turned(both), atLeast, isSeen)
      ];
      return few.map((involved) => smallest(involved.filter(({dimension}) => !published.has(dimension))));
    })
  );
  const keys = new Map(found.map((each) => [`${each.dimension} ${each.code}`, each]));
  return [...keys.values()];
}

type IsSeen = (dimension: Segmented, code: number, size: number) => boolean;

/** Customers by two segmentations, and by each. */
interface Crossed {
  readonly together: (a: number, b: number) => number;
  readonly sizes: readonly number[];
  readonly otherSizes: readonly number[];
}

interface SizedSegment extends ExposedSegment {
  readonly size: number;
}

/** The segments that are involved in each small difference. */
function smallRests(
  one: Segmented,
  other: Segmented,
  {together, sizes, otherSizes}: Crossed,
  atLeast: number,
  isSeen: IsSeen
): SizedSegment[][] {
  const isFew = (customers: number): boolean => customers > 0 && customers < atLeast;
  return otherSizes.flatMap((size, b) => {
    if (!isSeen(other, b, size)) return [];
    const touching = [...sizes.keys()].filter((a) => together(a, b) > 0);
    const within = touching.filter((a) => together(a, b) === sizes[a] && isSeen(one, a, sizes[a]!));
    const left = size - total(within, sizes);
    const beyond = touching.every((a) => isSeen(one, a, sizes[a]!)) ? total(touching, sizes) - size : 0;
    const involved = (codes: readonly number[]): SizedSegment[] => [
      ...codes.map((code) => ({dimension: one.name, code, size: sizes[code]!})),
      {dimension: other.name, code: b, size}
    ];
    return [
      ...(within.length > 0 && isFew(left) ? [involved(within)] : []),
      ...(isFew(beyond) ? [involved(touching)] : [])
    ];
  });
}

function crossing(counts: Float64Array, width: number): Crossed {
  const sizes = new Array<number>(counts.length / width).fill(0);
  const otherSizes = new Array<number>(width).fill(0);
  for (let cell = 0; cell < counts.length; cell++) {
    sizes[Math.floor(cell / width)]! += counts[cell]!;
    otherSizes[cell % width]! += counts[cell]!;
  }
  return {together: (a, b) => counts[a * width + b]!, sizes, otherSizes};
}

const turned = ({together, sizes, otherSizes}: Crossed): Crossed => ({
  together: (b, a) => together(a, b),
  sizes: otherSizes,
  otherSizes: sizes
});

const total = (codes: readonly number[], sizes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + sizes[code]!, 0);

/** Of equally small ones the first. */
function smallest(segments: readonly SizedSegment[]): ExposedSegment {
  const {dimension, code} = segments.reduce((least, one) => (one.size < least.size ? one : least));
  return {dimension, code};
}
