/** Coefficients B₂ₖ ÷ 2k(2k−1) of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const LARGE = 12;

/**
 * ln Γ(x) for x > 0, to about 14 digits: Stirling's series (NIST Digital Library of Mathematical Functions 5.11.1),
 * after the recurrence Γ(x + 1) = x Γ(x) has made x large.
 */
export function logGamma(x: number): number {
  let shifted = 1;
  let large = x;
  for (; large < LARGE; large++) shifted *= large;
  const series = STIRLING.reduceRight((sum, coefficient) => sum / (large * large) + coefficient, 0) / large;
  return (large - 0.5) * Math.log(large) - large + Math.log(2 * Math.PI) / 2 + series - Math.log(shifted);
}
