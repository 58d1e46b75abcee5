import type {Comparison} from "./comparison.ts";

/** What a reader may take from a comparison. */
export type Verdict = "difference" | "no difference" | "can't tell";

/** Largest adjusted p of a difference. */
export const SIGNIFICANT = 0.05;

/**
 * - difference: it is there (adjusted p below 0.05) and its estimate is at least the smallest that matters.
 * - no difference, in full "no difference worth acting on": the whole interval lies within the smallest difference that
 *   matters, on both sides (equivalence by confidence interval: Westlake 1972, Schuirmann 1987; at 95 % instead of their
 *   90 %, so stricter). It may well be there, and too small to act on.
 * - can't tell: anything else, and what could not be compared.
 *
 * @param adjustedP of the comparison within its family (`holm`)
 * @param smallest smallest difference that matters, above 0, in the unit of the comparison's value
 */
export function verdict({value, low, high, same}: Comparison, adjustedP: number, smallest: number): Verdict {
  if (adjustedP < SIGNIFICANT && Math.abs(value - same) >= smallest) return "difference";
  if (low > same - smallest && high < same + smallest) return "no difference";
  return "can't tell";
}
