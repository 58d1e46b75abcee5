import {NO_GAP, NO_PRICE, positionOf, productOf, reorderedOf} from "../../data-loaders/baskets/store.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";

/** Grain: one customer, in the order of their ids. */
export interface NestedCustomer {
  readonly attributes: Readonly<Record<string, number | string>>;
  readonly orders: readonly NestedOrder[];
}

export interface NestedOrder {
  readonly number: number;
  readonly day: number;
  readonly hour: number;
  readonly gap: number | "none";
  /** `Milk | dairy eggs | milk | 149 | at 3 again` */
  readonly items: readonly string[];
}

export type NestedStore = readonly NestedCustomer[];

/** The store's content for reading and comparing: typed arrays become customers with orders with items. */
export function nestedStore(baskets: Baskets): NestedStore {
  const {customers, orderStart, words} = baskets;
  return Array.from({length: customers}, (_, customer) => ({
    attributes: Object.fromEntries(
      Object.entries(words.attributes).map(([name, column]) => {
        if (column.kind === "numbers") return [name, column.values[customer]!];
        if (column.kind === "categories") return [name, column.labels[column.codes[customer]!] ?? "none"];
        return [name, column.values[customer] ?? "none"];
      })
    ),
    orders: range(orderStart[customer]!, orderStart[customer + 1]!).map((order) =>
      nestedOrder(baskets, order)
    )
  }));
}

function nestedOrder(
  {orderNumber, orderSlot, orderGap, itemStart, item, price, productDepartment, productAisle, words}: Baskets,
  order: number
): NestedOrder {
  return {
    number: orderNumber[order]!,
    day: Math.floor(orderSlot[order]! / 24),
    hour: orderSlot[order]! % 24,
    gap: orderGap[order] === NO_GAP ? "none" : orderGap[order]!,
    items: range(itemStart[order]!, itemStart[order + 1]!).map((at) => {
      const packed = item[at]!;
      const product = productOf(packed);
      const cents = price[product] === NO_PRICE ? "none" : price[product];
      const where = `${words.departments[productDepartment[product]!]} | ${words.aisles[productAisle[product]!]}`;
      return `${words.productNames[product]} | ${where} | ${cents} | at ${positionOf(packed)}${reorderedOf(packed) ? " again" : ""}`;
    })
  };
}

const range = (from: number, to: number): number[] => Array.from({length: to - from}, (_, at) => from + at);
