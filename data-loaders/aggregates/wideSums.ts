/**
 * Sums of whole numbers that may exceed 2^53, as those of squared cents do: high × 2^26 + low, two numbers beside each
 * other. Each half stays exact for up to 2^26 numbers, so the sums depend neither on the order of the numbers nor on who
 * added which; they are rounded once, here. Added up in `kernels/assembly/cells.ts`.
 */
export function wideTotal(sums: Float64Array, at: number): number {
  return sums[at]! * STEP + sums[at + 1]!;
}

const STEP = 2 ** 26;
