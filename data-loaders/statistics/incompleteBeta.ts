import {logGamma} from "./logGamma.ts";

const ENOUGH = 1e-16;
const TINY = 1e-300;
const MOST_STEPS = 10_000;

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1: the continued fraction of NIST DLMF
 * 8.17.22, evaluated by Lentz's method (Thompson and Barnett 1986), on the side where it converges fast.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x < (a + 1) / (a + b + 2) ? tail(x, a, b) : 1 - tail(1 - x, b, a);
}

function tail(x: number, a: number, b: number): number {
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return front / (a * fraction(x, a, b));
}

function fraction(x: number, a: number, b: number): number {
  let value = 1;
  let above = 1;
  let below = 0;
  for (let step = 1; step < MOST_STEPS; step++) {
    const term = termOf(step, x, a, b);
    below = 1 / awayFromZero(1 + term * below);
    above = awayFromZero(1 + term / above);
    value *= above * below;
    if (Math.abs(above * below - 1) < ENOUGH) break;
  }
  return value;
}

function termOf(step: number, x: number, a: number, b: number): number {
  const m = Math.floor(step / 2);
  return step % 2 === 0
    ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
