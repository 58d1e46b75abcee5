import {DEPARTMENTS} from "./departments.ts";
import {isLoyal} from "./plantedGroups.ts";
import type {Plants} from "./plants.ts";
import {quantileAt} from "./quantileTable.ts";
import type {QuantileTable} from "./quantileTable.ts";
import type {Random} from "../data-loaders/statistics/random.ts";

/** Chance that an item is one bought before, by order number. */
const BY_ORDER_NUMBER: QuantileTable = [
  [1, 0],
  [2, 0.28],
  [3, 0.39],
  [4, 0.45],
  [5, 0.505],
  [6, 0.535],
  [8, 0.585],
  [10, 0.63],
  [15, 0.69],
  [20, 0.72],
  [30, 0.75],
  [50, 0.78],
  [99, 0.8]
];
/** How much likelier the first item of a basket is a repeat than its middle one; the last is as much less likely. */
const FIRST_ITEM_TILT = 0.28;
/** Customers differ by up to this much either way. */
const CUSTOMER_SPREAD = 0.35;
const HIGHEST = 0.97;

/** Chances that an item repeats one of an earlier order, by order number, place in the basket and customer. */
export class RepeatChances {
  private readonly byOrder = Float64Array.from({length: 101}, (_, number) =>
    quantileAt(BY_ORDER_NUMBER, Math.max(1, number))
  );
  private readonly plants: Plants;
  private newTimes = 1;

  constructor(plants: Plants) {
    this.plants = plants;
  }

  /** Turns to a customer; to be called once each, in order. */
  startCustomer(priorOrders: number, random: Random): void {
    const planted = isLoyal(priorOrders) ? this.plants.loyal_new_product_times : 1;
    this.newTimes = planted * (1 + CUSTOMER_SPREAD * (2 * random.fraction() - 1));
  }

  /** @param orderNumber from 1 @param place 0 for the first item of the basket, towards 1 for its last */
  chance(orderNumber: number, place: number): number {
    if (orderNumber === 1) return 0;
    const repeat = 1 - (1 - this.byOrder[orderNumber]!) * this.newTimes;
    return Math.min(HIGHEST, repeat * (1 + FIRST_ITEM_TILT * (1 - 2 * place)));
  }
}

/** Softens the odds, since a product that came back once is the likelier to be chosen again. */
const LEAST_STICKY = 0.2;

/** Chance that a line of a department, once chosen to be repeated, is: by the repeats that are aimed at. 0 to 1. */
export function stickiness(): Float64Array {
  const odds = DEPARTMENTS.map(({reorderShare}) => reorderShare / (1 - reorderShare));
  const highest = Math.max(...odds);
  return Float64Array.from(odds, (odd) => LEAST_STICKY + ((1 - LEAST_STICKY) * odd) / highest);
}
