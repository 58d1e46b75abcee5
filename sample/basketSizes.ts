import type {Customers} from "./customers.ts";
import type {OrderLayout} from "./orderLayout.ts";
import {isSouthern} from "./plantedGroups.ts";
import type {Plants} from "./plants.ts";
import {quantileAt} from "./quantileTable.ts";
import type {QuantileTable} from "./quantileTable.ts";
import {Random} from "../data-loaders/statistics/random.ts";

/** A customer's own mean items per order. */
const MEANS: QuantileTable = [
  [0, 1],
  [0.01, 1.5],
  [0.1, 3.2],
  [0.25, 5.4],
  [0.5, 8.6],
  [0.75, 12.9],
  [0.9, 17.5],
  [0.99, 28.5],
  [0.999, 38],
  [1, 55]
];
/** One order's size against the customer's mean: mean 1, skewed. */
const SWINGS: QuantileTable = [
  [0, 0.05],
  [0.05, 0.35],
  [0.25, 0.66],
  [0.5, 0.94],
  [0.75, 1.25],
  [0.95, 1.86],
  [0.99, 2.35],
  [0.999, 3],
  [1, 4]
];
/** `SWINGS` is looked up at this many even steps, once an order. */
const STEPS = 4096;
/** The longest basket in the real data. */
const LARGEST_BASKET = 145;

/**
 * Items wanted in each order: 1 and more, about 10 on average, with a long tail; 0 for the last order of each
 * customer, whose items are not in the prior file. Unrelated to how many orders the customer places.
 */
export function basketSizes(
  customers: Customers,
  layout: OrderLayout,
  plants: Plants,
  seed: number
): Uint8Array {
  const random = new Random(seed, "basket sizes");
  const swings = Float64Array.from({length: STEPS}, (_, step) => quantileAt(SWINGS, (step + 0.5) / STEPS));
  const sizes = new Uint8Array(layout.count);
  for (let customer = 0; customer < customers.count; customer++) {
    const times = isSouthern(customers, customer) ? plants.south_basket_times : 1;
    const mean = times * quantileAt(MEANS, random.fraction());
    const last = layout.firstOrder[customer + 1]! - 1;
    for (let order = layout.firstOrder[customer]!; order < last; order++) {
      const wanted = Math.round(mean * swings[random.below(STEPS)]!);
      sizes[order] = Math.min(LARGEST_BASKET, Math.max(1, wanted));
    }
  }
  return sizes;
}
