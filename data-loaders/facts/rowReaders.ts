import {NO_GAP, NO_PRICE, positionOf, productOf, reorderedOf} from "../baskets/store.ts";
import type {Baskets} from "../baskets/store.ts";
import type {RowTest} from "./rowTest.ts";
import {testPasses} from "./testPasses.ts";

type Arrays = Omit<Baskets, "words">;

/** A number of each order; NaN where missing. Spend in cents. */
export function orderReader(column: string, baskets: Arrays): (order: number) => number {
  const {orderSlot, orderNumber, orderGap, itemStart} = baskets;
  switch (column) {
    case "order_number":
      return (order) => orderNumber[order]!;
    case "day":
      return (order) => Math.floor(orderSlot[order]! / 24);
    case "hour":
      return (order) => orderSlot[order]! % 24;
    case "items":
      return (order) => itemStart[order + 1]! - itemStart[order]!;
    case "spend":
      return (order) => orderSpend(baskets, order);
    default:
      return (order) => (orderGap[order]! === NO_GAP ? Number.NaN : orderGap[order]!);
  }
}

/** Cents of the order's items with a known price; NaN where none is known. */
function orderSpend({itemStart, item, price}: Arrays, order: number): number {
  const end = itemStart[order + 1]!;
  let cents = Number.NaN;
  for (let i = itemStart[order]!; i < end; i++) {
    const known = price[productOf(item[i]!)]!;
    if (known !== NO_PRICE) cents = (Number.isNaN(cents) ? 0 : cents) + known;
  }
  return cents;
}

/** A number of each packed item; NaN where missing. Prices in cents. */
export function itemReader(column: string, {price}: Arrays): (packed: number) => number {
  if (column === "reordered") return reorderedOf;
  if (column === "cart_position") return positionOf;
  return (packed) => {
    const cents = price[productOf(packed)]!;
    return cents === NO_PRICE ? Number.NaN : cents;
  };
}

export type RowPasses = (order: number, packed: number) => boolean;

/** Whether an item (or an order, of which no item is asked) passes. */
export function rowPasses(test: RowTest, baskets: Arrays): RowPasses {
  const {orderSlot} = baskets;
  switch (test.kind) {
    case "products":
      return (_, packed) => test.mask[productOf(packed)] === 1;
    case "slots":
      return (order) => test.mask[orderSlot[order]!] === 1;
    case "order": {
      const read = orderReader(test.column, baskets);
      const scale = test.column === "spend" ? 100 : 1;
      return (order) => testPasses(test.test, read(order) / scale);
    }
    case "item": {
      const read = itemReader(test.column, baskets);
      return (_, packed) => testPasses(test.test, read(packed));
    }
    case "not": {
      const passes = rowPasses(test.part, baskets);
      return (order, packed) => !passes(order, packed);
    }
    default: {
      const parts = test.parts.map((part) => rowPasses(part, baskets));
      return test.kind === "all"
        ? (order, packed) => parts.every((passes) => passes(order, packed))
        : (order, packed) => parts.some((passes) => passes(order, packed));
    }
  }
}
