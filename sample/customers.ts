import {quantileAt} from "./quantileTable.ts";
import type {QuantileTable} from "./quantileTable.ts";
import {Random} from "../data-loaders/statistics/random.ts";
import {shuffle} from "./shuffle.ts";
import {STATES} from "./states.ts";

/** Grain: one entry per customer; customer id = index + 1. Nothing here depends on what a customer buys, or on another. */
export interface Customers {
  readonly count: number;
  readonly age: Uint8Array;
  readonly dependants: Uint8Array;
  /** Index into `STATES`. */
  readonly state: Uint8Array;
  /** 0 female, 1 male. */
  readonly gender: Uint8Array;
  /** Dollars a year. */
  readonly income: Uint32Array;
}

/** Dollars a year up to the age of 40. */
const EARLY_INCOMES: QuantileTable = [
  [0, 26_000],
  [0.05, 32_700],
  [0.25, 53_000],
  [0.5, 66_000],
  [0.75, 83_000],
  [0.95, 98_200],
  [0.99, 101_300],
  [0.993, 120_000],
  [0.998, 200_000],
  [1, 395_000]
];
/** Dollars a year from the age of 41 on: fewer in the middle. */
const LATER_INCOMES: QuantileTable = [
  [0, 29_000],
  [0.05, 37_200],
  [0.17, 60_000],
  [0.25, 86_000],
  [0.5, 113_000],
  [0.75, 140_500],
  [0.95, 164_800],
  [0.99, 169_600],
  [0.994, 180_000],
  [0.997, 260_000],
  [1, 590_000]
];

/** Ages 18 to 81 and 0 to 3 dependants evenly and unrelated; states in equal numbers; income steps up after 40. */
export function customers(count: number, seed: number): Customers {
  const random = new Random(seed, "customers");
  const age = Uint8Array.from({length: count}, () => 18 + random.below(64));
  const dependants = Uint8Array.from({length: count}, () => random.below(4));
  const gender = Uint8Array.from({length: count}, () => (random.chance(0.505) ? 1 : 0));
  const state = Uint8Array.from({length: count}, (_, i) => i % STATES.length);
  shuffle(state, random);
  const income = Uint32Array.from(age, (years) =>
    Math.round(quantileAt(years <= 40 ? EARLY_INCOMES : LATER_INCOMES, random.fraction()))
  );
  return {count, age, dependants, gender, state, income};
}
