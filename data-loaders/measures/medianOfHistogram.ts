/**
 * Exact median of whole numbers 0, 1, 2 … from their counts: the middle value, or the mean of the two middle
 * values when their number is even. NaN when nothing was counted, or when the counts are hidden (NaN).
 */
export function medianOfHistogram(counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) return Number.NaN;
  return (valueAtRank(counts, Math.ceil(total / 2)) + valueAtRank(counts, Math.floor(total / 2) + 1)) / 2;
}

/** The value that stands at a 1-based rank. */
function valueAtRank(counts: Float64Array, rank: number): number {
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen >= rank;
  });
}
