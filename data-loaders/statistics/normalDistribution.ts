const ENOUGH = 1e-17;
const FAR = 3;
const MOST_STEPS = 500;

/** Density of the standard normal distribution. */
const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Probability of a standard normal value below z. Near the middle the series of Marsaglia (2004, Journal of
 * Statistical Software 11(4)), in the tails the continued fraction of Abramowitz and Stegun 26.2.14, so that small
 * probabilities keep their digits.
 */
export function normalProbability(z: number): number {
  if (Math.abs(z) <= FAR) return 0.5 + normalDensity(z) * series(z);
  const tail = normalDensity(z) / fraction(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}

/** z + z³/3 + z⁵/(3·5) + … */
function series(z: number): number {
  let sum = z;
  let term = z;
  for (let odd = 3; Math.abs(term) > ENOUGH * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))), from its far end. */
function fraction(z: number): number {
  let value = z;
  for (let step = MOST_STEPS; step >= 1; step--) value = z + step / value;
  return value;
}

/**
 * The value that a standard normal variable stays below with this probability (0 to 1). Starts at Abramowitz and
 * Stegun 26.2.23 (wrong by at most 0.00045) and corrects by Halley's method to the last digits.
 */
export function normalQuantile(probability: number): number {
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (!(probability > 0)) return probability === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  let z = -roughTail(probability);
  for (let step = 0; step < 3; step++) {
    const error = (normalProbability(z) - probability) / normalDensity(z);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}

function roughTail(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  return (
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
}
