/**
 * Sums of whole numbers that may exceed 2^53, as those of squared cents do: high × 2^26 + low. Each half stays exact for
 * up to 2^26 numbers, so the sums depend neither on the order of the numbers nor on who added which.
 */
export interface WideSums {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

const STEP = 2 ** 26;

export function wideSums(length: number): WideSums {
  return {high: new Float64Array(length), low: new Float64Array(length)};
}

export function addWide({high, low}: WideSums, at: number, value: number): void {
  if (value < STEP) {
    low[at]! += value;
    return;
  }
  const above = Math.floor(value / STEP);
  high[at]! += above;
  low[at]! += value - above * STEP;
}

/** Of several threads, each sum rounded once. */
export function wideTotals(parts: readonly WideSums[]): Float64Array {
  return parts[0]!.high.map((_, at) => {
    let high = 0;
    let low = 0;
    for (const part of parts) {
      high += part.high[at]!;
      low += part.low[at]!;
    }
    return high * STEP + low;
  });
}
