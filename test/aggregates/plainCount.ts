import type {RawAggregate} from "../../data-loaders/aggregates/rawAggregate.ts";
import type {CodedDimension} from "../../data-loaders/aggregates/dimensions.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import {NO_GAP, NO_PRICE, productOf, reorderedOf} from "../../data-loaders/baskets/store.ts";

type Parts = Record<string, number[]>;

export interface PlainCount {
  readonly parts: Parts;
  readonly largest_spend: readonly number[];
  readonly histogram?: number[];
}

/** What a query must give, counted item by item with sets of customers and orders. */
export function plainCount(
  by: readonly string[],
  dimensions: readonly CodedDimension[],
  baskets: Baskets
): PlainCount {
  const asked = by.map((name) => dimensions.find((dimension) => dimension.name === name)!);
  const cells = asked.reduce((product, {labels}) => product * labels.length, 1);
  const zeros = (): number[] => new Array<number>(cells).fill(0);
  const customers = Array.from({length: cells}, () => new Set<number>());
  const orders = Array.from({length: cells}, () => new Set<number>());
  const spent = Array.from({length: cells}, () => new Map<number, number>());
  const parts: Parts = {
    items: zeros(),
    priced_items: zeros(),
    spend: zeros(),
    reordered_items: zeros(),
    gaps: zeros(),
    gap_days: zeros()
  };
  const byItems = asked.some(({keyedBy}) => keyedBy === "product");
  const byOrders = asked.some(({keyedBy}) => keyedBy === "order" || keyedBy === "slot");
  const width = longest(baskets) + 1;
  const histogram = new Array<number>(cells * width).fill(0);
  const {orderStart, orderSlot, orderGap, itemStart, item, price} = baskets;
  for (let customer = 0; customer < baskets.customers; customer++) {
    for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
      const key = {customer, order, slot: orderSlot[order]!};
      if (!byItems) {
        const cell = cellOf(asked, {...key, product: 0});
        customers[cell]!.add(customer);
        orders[cell]!.add(order);
        const gap = orderGap[order]!;
        if (gap !== NO_GAP) {
          parts.gaps![cell]!++;
          parts.gap_days![cell]! += gap;
          histogram[cell * width + gap]!++;
        }
      }
      for (let i = itemStart[order]!; i < itemStart[order + 1]!; i++) {
        const product = productOf(item[i]!);
        const cell = cellOf(asked, {...key, product});
        customers[cell]!.add(customer);
        orders[cell]!.add(order);
        parts.items![cell]!++;
        parts.reordered_items![cell]! += reorderedOf(item[i]!);
        if (price[product] === NO_PRICE) continue;
        parts.priced_items![cell]!++;
        parts.spend![cell]! += price[product]!;
        spent[cell]!.set(customer, (spent[cell]!.get(customer) ?? 0) + price[product]!);
      }
    }
  }
  const {gaps, gap_days, ...always} = parts;
  const counted = {customers: customers.map(({size}) => size), ...always};
  const largest_spend = spent.map((of) => Math.max(0, ...of.values()));
  if (!byItems)
    return {
      largest_spend,
      parts: {...counted, orders: orders.map(({size}) => size), gaps: gaps!, gap_days: gap_days!},
      histogram
    };
  return {largest_spend, parts: byOrders ? {...counted, orders: orders.map(({size}) => size)} : counted};
}

function cellOf(asked: readonly CodedDimension[], key: Record<CodedDimension["keyedBy"], number>): number {
  return asked.reduce((cell, {labels, codes, keyedBy}) => cell * labels.length + codes[key[keyedBy]]!, 0);
}

function longest({orderGap}: Baskets): number {
  return orderGap.reduce((most, gap) => (gap === NO_GAP ? most : Math.max(most, gap)), 0);
}

/** An aggregate's numbers as plain lists. */
export function plainParts({
  parts,
  largest_spend = new Float64Array(),
  gap_histogram
}: RawAggregate): PlainCount {
  const lists = Object.fromEntries(Object.entries(parts).map(([name, values]) => [name, [...values]]));
  return {
    parts: lists,
    largest_spend: [...largest_spend],
    ...(gap_histogram && {histogram: [...gap_histogram.counts]})
  };
}
