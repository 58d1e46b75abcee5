/** Ranks of one group among the customers of all groups, from 1 for the least value; equal values share their mean rank. */
export interface RankSum {
  readonly customers: number;
  readonly ranks: number;
}

/**
 * How often a customer of one of two groups has more than one of the other, minus how often less, −1 to 1: the
 * rank-biserial correlation 2·(mean rank − mean rank) ÷ all customers (Glass 1966, Educational and Psychological
 * Measurement 26, 623–631), equal to Cliff's delta. The ranks are those among the two groups alone.
 */
export function rankBiserial(one: RankSum, other: RankSum): number {
  const difference = one.ranks / one.customers - other.ranks / other.customers;
  return (2 * difference) / (one.customers + other.customers);
}

/**
 * Share of the spread of ranks that a segmentation explains, 0 to 1, for values with long tails: H ÷ (customers − 1) of
 * the test of Kruskal and Wallis (1952, JASA 47, 583–621), corrected for ties. (Tomczak and Tomczak 2014, Trends in
 * Sport Sciences 21, 19–25.) Segments without customers do not count; NaN for fewer than two with some.
 *
 * @param ties Σ(t³ − t) over groups of t equal values
 */
export function rankEpsilonSquared(segments: readonly RankSum[], ties: number): number {
  const used = segments.filter(({customers}) => customers > 0);
  const all = used.reduce((sum, {customers}) => sum + customers, 0);
  if (used.length < 2) return Number.NaN;
  return kruskalWallis(used, all, ties) / (all - 1);
}

function kruskalWallis(segments: readonly RankSum[], all: number, ties: number): number {
  const squares = segments.reduce((sum, {ranks, customers}) => sum + (ranks * ranks) / customers, 0);
  return ((12 / (all * (all + 1))) * squares - 3 * (all + 1)) / (1 - ties / (all ** 3 - all));
}
