import type {Moments} from "./moments.ts";
import {ratioVariance} from "./ratioVariance.ts";
import {arms, reaches} from "./testDesign.ts";
import type {TestDesign} from "./testDesign.ts";

/**
 * Customers of the whole audience that a test needs to see a mean move by `difference`: (z + z)²·σ²·(1/h + 1/(1 − h)) ÷
 * difference² (Chow, Shao, Wang and Lokhnygina, Sample Size Calculations in Clinical Research, 3rd ed. 2018, section
 * 3.2); a customer or two below R's power.t.test, which knows that the spread is estimated.
 * @param spread standard deviation between customers (`customerSpread`), in the unit of the difference
 */
export function audienceForMean(
  difference: number,
  spread: number,
  design: Omit<TestDesign, "audience">
): number {
  const {holdOut, effect = 1} = design;
  const [level, power] = reaches({audience: 1, ...design});
  return effect * ((level + power) * (spread / difference)) ** 2 * (1 / holdOut + 1 / (1 - holdOut));
}

/** Smallest difference of a mean that a test of this design sees with its power, in the unit of the spread. */
export function detectableDifference(spread: number, design: TestDesign): number {
  const {heldOut, treated} = arms(design);
  const [level, power] = reaches(design);
  return (level + power) * spread * Math.sqrt((design.effect ?? 1) * (1 / heldOut + 1 / treated));
}

/**
 * Standard deviation between customers of what a customer adds to a ratio: of spend per customer their spend, of spend
 * per order (n − R·d) ÷ mean d. So a test that draws customers and counts orders is planned rightly.
 */
export const customerSpread = (moments: Moments): number =>
  Math.sqrt(moments.customers * ratioVariance(moments));
