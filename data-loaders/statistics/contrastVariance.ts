import type {Moments} from "./moments.ts";
import {residualProducts} from "./residualProducts.ts";

/**
 * Σ over all customers of ([c in s](n − Rₛd)/wₛ − (n − R·d)/w)², times m/(m−1) for the segment's m customers. With
 * denominators as weights it is the variance of Rₛ − R, with numerators that of ln(Rₛ ÷ R). NaN where too little is known.
 */
export function contrastVariance(
  segment: Moments,
  everyone: Moments,
  segmentWeight: number,
  weight: number
): number {
  const ratio = everyone.n / everyone.d;
  const ratioThere = segment.n / segment.d;
  const m = segment.customers;
  if (!(m >= 2) || segmentWeight === 0 || weight === 0) return Number.NaN;
  const sum =
    residualProducts(segment, ratioThere) / (segmentWeight * segmentWeight) -
    (2 * residualProducts(segment, ratioThere, ratio)) / (segmentWeight * weight) +
    residualProducts(everyone, ratio) / (weight * weight);
  return (m / (m - 1)) * Math.max(0, sum);
}
