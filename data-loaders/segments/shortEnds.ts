/** Decimals of the finest end that is tried. */
const FINEST = 6;

/**
 * Moves each end of a bin up to the roundest number below the next value that occurs: the same rows fall into the same
 * bins, rules read better, and what is published is no longer one customer's own value.
 * @param ends rising, each of them a value that occurs
 */
export function shortEnds(ends: readonly number[], values: ArrayLike<number>): readonly number[] {
  const next = ends.map(() => Number.POSITIVE_INFINITY);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    for (const [at, end] of ends.entries()) if (value > end && value < next[at]!) next[at] = value;
  }
  return ends.map((end, at) => roundest(end, next[at]!));
}

/** The multiple of the largest power of ten from `from` on and below `below`; `from` where there is none. */
function roundest(from: number, below: number): number {
  const largest = Math.ceil(Math.log10(Math.max(1, Math.abs(from)))) + 1;
  for (let power = largest; power >= -FINEST; power--) {
    const decimals = Math.max(0, -power);
    const scale = 10 ** Math.abs(power);
    const steps = Math.ceil(power < 0 ? from * scale : from / scale);
    const rounded = Number((power < 0 ? steps / scale : steps * scale).toFixed(decimals));
    if (rounded >= from && rounded < below) return rounded;
  }
  return from;
}
