import type {Moments} from "./moments.ts";

/**
 * Σ (n − a·d)(n − b·d) over the customers of a group. With a = b = Σn ÷ Σd it is the sum of squares that the
 * variance of a ratio is made of: Cochran, Sampling Techniques (3rd ed. 1977), formula 6.13.
 * Never below 0 for a = b, where rounding could make it so.
 */
export function residualProducts({nn, nd, dd}: Moments, a: number, b = a): number {
  const sum = nn - (a + b) * nd + a * b * dd;
  return a === b ? Math.max(0, sum) : sum;
}
