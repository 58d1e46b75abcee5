/**
 * What the spread of a ratio Σn ÷ Σd between customers is made of. Each customer c gives two numbers, n and d: spend
 * and orders, or items from a department and items, or 1 (or 0) and 1. Grain: one group of customers.
 */
export interface Moments {
  /** Customers of the group, with those whose n is 0. */
  readonly customers: number;
  /** Σ n and Σ d. */
  readonly n: number;
  readonly d: number;
  /** Σ n², Σ n·d and Σ d². */
  readonly nn: number;
  readonly nd: number;
  readonly dd: number;
}

/** Moments of customers one by one. @param d absent: 1 for each, so that the ratio is a mean per customer */
export function momentsOf(n: ArrayLike<number>, d?: ArrayLike<number>): Moments {
  const sums = {customers: n.length, n: 0, d: 0, nn: 0, nd: 0, dd: 0};
  for (let customer = 0; customer < n.length; customer++) {
    const above = n[customer]!;
    const below = d ? d[customer]! : 1;
    sums.n += above;
    sums.d += below;
    sums.nn += above * above;
    sums.nd += above * below;
    sums.dd += below * below;
  }
  return sums;
}

/** Moments of a share of customers, such as a penetration: n is 1 for those who bought, d is 1 for all. */
export const momentsOfCount = (bought: number, customers: number): Moments => ({
  customers,
  n: bought,
  d: customers,
  nn: bought,
  nd: bought,
  dd: customers
});

/** All customers but those of a segment. */
export const momentsOfRest = (everyone: Moments, segment: Moments): Moments => ({
  customers: everyone.customers - segment.customers,
  n: everyone.n - segment.n,
  d: everyone.d - segment.d,
  nn: everyone.nn - segment.nn,
  nd: everyone.nd - segment.nd,
  dd: everyone.dd - segment.dd
});
