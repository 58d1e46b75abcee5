import type {Moments} from "./moments.ts";

/** How much of a number's spread between customers a segmentation explains, 0 to 1. */
export interface VarianceExplained {
  /** In these customers: sum of squares between segments ÷ total sum of squares. Grows with the number of segments. */
  readonly etaSquared: number;
  /** In all such customers: without what segments explain by chance (Kelley 1935). Below 0 is told as 0. */
  readonly epsilonSquared: number;
}

/**
 * Eta squared, and epsilon squared, which is unbiased enough to be compared between segmentations (Kelley 1935,
 * Proceedings of the National Academy of Sciences 21, 554–559; Okada 2013, Behaviormetrika 40, 129–147). For a number
 * per customer (d = 1). Segments without customers do not count. NaN without spread or with too few customers.
 */
export function varianceExplained(segments: readonly Moments[]): VarianceExplained {
  const used = segments.filter(({customers}) => customers > 0);
  const total = (of: (segment: Moments) => number) => used.reduce((sum, segment) => sum + of(segment), 0);
  const customers = total((each) => each.customers);
  const mean = total(({n}) => n) / customers;
  const within = Math.max(
    0,
    total(({nn, n, customers: count}) => nn - (n * n) / count)
  );
  const between = total(({n, customers: count}) => count * (n / count - mean) ** 2);
  const all = within + between;
  const byChance = ((used.length - 1) * within) / (customers - used.length);
  if (!(all > 0) || customers <= used.length) return {etaSquared: Number.NaN, epsilonSquared: Number.NaN};
  return {etaSquared: between / all, epsilonSquared: Math.max(0, (between - byChance) / all)};
}
