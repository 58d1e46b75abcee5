import {LEVEL} from "./interval.ts";
import {normalQuantile} from "./normalDistribution.ts";

/** How a campaign is to be tried: part of the audience is held out at random, the others get it. */
export interface TestDesign {
  /** Customers of the audience. */
  readonly audience: number;
  /** Share of them held out, above 0 and below 1. */
  readonly holdOut: number;
  /** Chance of seeing a difference that is there; 0.8 by default. */
  readonly power?: number;
  /** 1 minus the chance of seeing one that is not there, two-sided; 0.95 by default. */
  readonly level?: number;
  /** How many times more customers are needed since they are drawn in groups (`designEffect`); 1 by default. */
  readonly effect?: number;
}

const POWER = 0.8;

/** Standard errors that the test's level and its power ask for. */
export function reaches({level = LEVEL, power = POWER}: TestDesign): readonly [level: number, power: number] {
  return [normalQuantile((1 + level) / 2), normalQuantile(power)];
}

/** Customers held out and treated, whole. */
export function arms({audience, holdOut}: TestDesign): {readonly heldOut: number; readonly treated: number} {
  const heldOut = Math.round(audience * holdOut);
  return {heldOut, treated: audience - heldOut};
}

/**
 * How many times more customers a test needs where groups of them (stores, towns, households) are drawn and not single
 * customers: 1 + (m − 1)ρ (Kish, Survey Sampling 1965, section 5.4; Donner and Klar 2000).
 * @param size mean number of customers of a group @param correlation within groups, 0 to 1
 */
export const designEffect = (size: number, correlation: number): number => 1 + (size - 1) * correlation;
