import type {Baskets} from "../baskets/store.ts";
import {NO_PRICE} from "../baskets/store.ts";

/** A named value of each row of a grain, column by column, so that tests are loops over typed arrays. */
export type Subject = {readonly name: string} & (
  | {
      readonly kind: "numbers";
      /** NaN where missing. */
      readonly values: ArrayLike<number>;
    }
  | {
      readonly kind: "codes";
      /** Index into `labels`; any other number where missing. */
      readonly codes: ArrayLike<number>;
      readonly labels: readonly string[];
    }
  | {readonly kind: "texts"; readonly values: readonly (string | undefined)[]}
);

/** The value of one row; undefined where missing. */
export function valueAt(subject: Subject, row: number): number | string | undefined {
  if (subject.kind === "texts") return subject.values[row];
  if (subject.kind === "codes") return subject.labels[subject.codes[row]!];
  const value = subject.values[row]!;
  return Number.isNaN(value) ? undefined : value;
}

/** `department` of `item.department` */
export const columnOf = (subject: string): string => subject.slice(subject.indexOf(".") + 1);

/** `item.department` and the like, by product: an item is what its product is. */
export function productSubject(name: string, baskets: Baskets): Subject | undefined {
  const {words, price, productAisle, productDepartment} = baskets;
  const column = columnOf(name);
  if (column === "department")
    return {name, kind: "codes", codes: productDepartment, labels: words.departments};
  if (column === "aisle") return {name, kind: "codes", codes: productAisle, labels: words.aisles};
  if (column === "product") return {name, kind: "texts", values: words.productNames};
  if (column !== "price" || !words.hasPrices) return undefined;
  const values = new Float64Array(price.length);
  for (let product = 0; product < values.length; product++)
    values[product] = price[product] === NO_PRICE ? Number.NaN : price[product]! / 100;
  return {name, kind: "numbers", values};
}

/** `order.day` and `order.hour` by slot, day × 24 + hour. */
export function slotSubject(name: string): Subject {
  const isDay = columnOf(name) === "day";
  return {
    name,
    kind: "numbers",
    values: Array.from({length: SLOTS}, (_, slot) => (isDay ? Math.floor(slot / 24) : slot % 24))
  };
}

export const SLOTS = 7 * 24;
