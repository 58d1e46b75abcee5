import {arms, reaches} from "./testDesign.ts";
import type {TestDesign} from "./testDesign.ts";

/**
 * Customers of the whole audience that a test needs to see a share of customers move from one rate to another: the
 * formula for two proportions of Fleiss, Levin and Paik (Statistical Methods for Rates and Proportions, 3rd ed. 2003,
 * section 4.5), for arms of different size, without continuity correction; R's power.prop.test where half is held out.
 */
export function audienceForRate(from: number, to: number, design: Omit<TestDesign, "audience">): number {
  const {holdOut, effect = 1} = design;
  const needed = rateErrors(from, to, holdOut, 1 - holdOut, reaches({audience: 1, ...design}));
  return (effect * needed * needed) / (to - from) ** 2;
}

/**
 * Smallest rise of a share of customers, from `rate`, that a test of this design sees with its power; 0 to 1. NaN where
 * not even a rise to 1 would be seen.
 */
export function detectableRise(rate: number, design: TestDesign): number {
  const {heldOut, treated} = arms(design);
  const {effect = 1} = design;
  const missing = (rise: number): number =>
    rateErrors(rate, rate + rise, heldOut / effect, treated / effect, reaches(design)) - rise;
  const most = 1 - rate;
  if (!(missing(most) <= 0)) return Number.NaN;
  let [low, high] = [0, most];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (missing(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

const HALVINGS = 60;

/** Smallest difference of two rates that is seen with this many customers at each. */
function rateErrors(
  from: number,
  to: number,
  heldOut: number,
  treated: number,
  [level, power]: readonly [number, number]
): number {
  const pooled = (from * heldOut + to * treated) / (heldOut + treated);
  return (
    level * Math.sqrt(pooled * (1 - pooled) * (1 / heldOut + 1 / treated)) +
    power * Math.sqrt((from * (1 - from)) / heldOut + (to * (1 - to)) / treated)
  );
}
