import type {Moments} from "./moments.ts";
import {residualProducts} from "./residualProducts.ts";

/**
 * Variance of a ratio R = Σn ÷ Σd over independent customers: m/(m−1) · Σ(n − R·d)² ÷ (Σd)², Cochran, Sampling
 * Techniques (3rd ed. 1977), formulas 2.39 and 6.13 without the correction for a finite population, since the customers
 * of tomorrow are meant too. NaN below two customers and for a denominator of 0.
 */
export function ratioVariance(moments: Moments): number {
  const {customers, n, d} = moments;
  if (!(customers >= 2) || d === 0) return Number.NaN;
  return ((customers / (customers - 1)) * residualProducts(moments, n / d)) / (d * d);
}
