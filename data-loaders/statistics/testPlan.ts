import {audienceForMean, detectableDifference} from "./meanTest.ts";
import {audienceForRate, detectableRise} from "./rateTest.ts";
import {arms} from "./testDesign.ts";
import type {TestDesign} from "./testDesign.ts";

/** What a test of a campaign on an audience can show. */
export interface TestPlan {
  readonly heldOut: number;
  readonly treated: number;
  /** Smallest difference that the test sees with its power; in the unit of the value. NaN where it sees none. */
  readonly detectable: number;
  /** Customers of the audience needed to see the difference worth acting on. NaN for a rise beyond 1. */
  readonly needed: number;
  readonly outcome: "can be tested" | "too small to test";
}

/** A test of a share of customers who do something. @param worthwhile smallest rise worth acting on, 0.02 for two points */
export function rateTestPlan(rate: number, worthwhile: number, design: TestDesign): TestPlan {
  const to = rate + worthwhile;
  const needed = to < 1 ? audienceForRate(rate, to, design) : Number.NaN;
  return planOf(design, detectableRise(rate, design), needed);
}

/**
 * A test of a mean per customer, or of a ratio between customers.
 * @param spread `customerSpread` of the audience @param worthwhile smallest difference worth acting on, in its unit
 */
export function meanTestPlan(spread: number, worthwhile: number, design: TestDesign): TestPlan {
  return planOf(design, detectableDifference(spread, design), audienceForMean(worthwhile, spread, design));
}

function planOf(design: TestDesign, detectable: number, needed: number): TestPlan {
  return {
    ...arms(design),
    detectable,
    needed: Math.ceil(needed),
    outcome: design.audience >= needed ? "can be tested" : "too small to test"
  };
}
