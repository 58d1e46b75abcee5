/**
 * Cut points of quantiles: the end of segment k of n is the smallest value that at least k/n of the values reach or
 * stay under (definition 1 of Hyndman and Fan, "Sample quantiles in statistical packages", 1996). It is a value that
 * occurs and belongs to the lower segment, so that equal values are never split. NaN counts for nothing.
 * @returns n − 1 ends, rising or equal; none where there are no values
 */
export function quantileEnds(values: ArrayLike<number>, count: number): readonly number[] {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) return [];
  return Array.from({length: count - 1}, (_, k) => sorted[Math.ceil(((k + 1) * sorted.length) / count) - 1]!);
}

/** Whether the ends cut the values into as many segments as there should be, none of them empty. */
export function isCut(ends: readonly number[], values: ArrayLike<number>): boolean {
  const rises = ends.every((end, at) => at === 0 || end > ends[at - 1]!);
  const last = ends.at(-1);
  if (!rises || last === undefined) return false;
  for (let row = 0; row < values.length; row++) if (values[row]! > last) return true;
  return false;
}
