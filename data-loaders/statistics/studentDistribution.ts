import {incompleteBeta} from "./incompleteBeta.ts";
import {logGamma} from "./logGamma.ts";
import {normalQuantile} from "./normalDistribution.ts";

/** Probability of a Student t value with these degrees of freedom (above 0) further from 0 than t, on both sides. */
export function studentTwoSided(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5); // DLMF 8.17, Abramowitz and Stegun 26.7.1
}

/** Probability of a Student t value below t. */
export function studentProbability(t: number, freedom: number): number {
  const tail = studentTwoSided(t, freedom) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * How far from 0 an interval of this level reaches, in standard errors: the t that `level` of all values stay within.
 * Newton's method from Fisher and Cornish's expansion (Abramowitz and Stegun 26.7.5), kept between bounds, since the
 * expansion is wild below three degrees of freedom.
 */
export function studentReach(level: number, freedom: number): number {
  if (!(freedom > 0)) return Number.NaN;
  if (freedom > EXACT_FROM) return expansion(normalQuantile((1 + level) / 2), freedom);
  const key = `${level} ${freedom}`; // groups of a report are asked for again and again
  const reach = REACHES.get(key) ?? reachOf(level, freedom);
  REACHES.set(key, reach);
  return reach;
}

const REACHES = new Map<string, number>();

function reachOf(level: number, freedom: number): number {
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let t = expansion(normalQuantile((1 + level) / 2), freedom);
  for (let step = 0; step < MOST_STEPS; step++) {
    const missing = level - 1 + studentTwoSided(t, freedom);
    if (missing > 0) low = t;
    else high = t;
    const next = t + missing / (2 * density(t, freedom));
    if (Math.abs(next - t) <= 1e-14 * t) return next;
    t = next > low && next < high ? next : high < Number.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
  }
  return t;
}

const MOST_STEPS = 200;
/** Above this many degrees of freedom the terms that the expansion leaves out are smaller than the last digit. */
const EXACT_FROM = 5000;

function expansion(z: number, freedom: number): number {
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * (z2 * (5 * z2 + 16) + 3)) / 96;
  const third = (z * (z2 * (z2 * (3 * z2 + 19) + 17) - 15)) / 384;
  return z + (first + (second + third / freedom) / freedom) / freedom;
}

function density(t: number, freedom: number): number {
  const scale = logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - Math.log(freedom * Math.PI) / 2;
  return Math.exp(scale - ((freedom + 1) / 2) * Math.log1p((t * t) / freedom));
}
