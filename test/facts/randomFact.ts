import {NO_GAP, NO_PRICE, positionOf, productOf, reorderedOf} from "../../data-loaders/baskets/store.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import type {Seeded} from "../seeded.ts";
import type {HandCustomer, HandProduct} from "./handMade.ts";

export const products: Readonly<Record<string, HandProduct>> = {
  milk: {department: "dairy eggs", aisle: "milk", cents: 149},
  nappies: {department: "babies", aisle: "wipes", cents: 1099},
  wine: {department: "alcohol", aisle: "red wines", cents: 1250},
  gift: {department: "babies", aisle: "wipes"}
};

export function randomCustomer(random: Seeded): HandCustomer {
  const orders = Array.from({length: 1 + random.below(6)}, (_, at) => ({
    day: random.below(7),
    hour: random.below(24),
    ...(at > 0 && {gap: random.below(31)}),
    items: Array.from(
      {length: random.below(5)},
      () => (random.chance(0.5) ? "+" : "") + random.pick(Object.keys(products))
    )
  }));
  return {orders};
}

interface Row {
  readonly order: number;
  readonly item?: number;
}

/** A fact in YAML, and a plain loop that takes it. */
export function randomFact(random: Seeded): {
  yaml: string;
  expected: (baskets: Baskets, customer: number) => number;
} {
  const of = random.pick(["order", "item"] as const);
  const column = random.pick(
    of === "order"
      ? ["order_number", "hour", "days_since_prior_order"]
      : ["price", "cart_position", "reordered"]
  );
  const take = random.pick(["count", "share", "sum", "mean", "median", "min", "max"] as const);
  const isRowTake = take === "count" || take === "share";
  const all: [string, (baskets: Baskets, row: Row) => boolean][] = [
    [
      "order.hour: { from: 6, below: 18 }",
      ({orderSlot}, {order}) => orderSlot[order]! % 24 >= 6 && orderSlot[order]! % 24 < 18
    ],
    ["order.day: [0, 6]", ({orderSlot}, {order}) => [0, 6].includes(Math.floor(orderSlot[order]! / 24))],
    ["order.days_since_prior_order: { up_to: 10 }", ({orderGap}, {order}) => orderGap[order]! <= 10],
    ["order.order_number: { above: 1 }", ({orderNumber}, {order}) => orderNumber[order]! > 1]
  ];
  const ofItems: typeof all = [
    [
      "item.department: [babies, alcohol]",
      ({words, productDepartment, item}, row) =>
        ["babies", "alcohol"].includes(words.departments[productDepartment[productOf(item[row.item!]!)]!]!)
    ],
    ["item.price: { above: 1.49 }", ({price, item}, row) => price[productOf(item[row.item!]!)]! > 149],
    ["item.reordered: 0", ({item}, row) => reorderedOf(item[row.item!]!) === 0],
    ["item.cart_position: { from: 2 }", ({item}, row) => positionOf(item[row.item!]!) >= 2]
  ];
  const tests = random
    .shuffled(of === "item" ? [...all, ...ofItems] : all)
    .slice(0, random.below(3) + (take === "share" ? 1 : 0));
  const where = tests.length > 0 ? `, where: { ${tests.map(([text]) => text).join(", ")} }` : "";
  const yaml = `of: ${isRowTake ? of : `${of}.${column}`}, take: ${take}${isRowTake || column === "price" ? "" : ", unit: things"}${isRowTake ? "" : ", missing: allowed"}${where}`;
  return {
    yaml,
    expected: (baskets, customer) => {
      const rows = rowsOf(baskets, customer, of);
      const kept = rows.filter((row) => tests.every(([, passes]) => passes(baskets, row)));
      if (take === "count") return kept.length;
      if (take === "share") return rows.length === 0 ? Number.NaN : kept.length / rows.length;
      return taken(
        take,
        kept.map((row) => valueIn(baskets, column, row)).filter((value) => !Number.isNaN(value))
      );
    }
  };
}

function rowsOf({orderStart, itemStart}: Baskets, customer: number, of: "order" | "item"): Row[] {
  const rows: Row[] = [];
  for (let order = orderStart[customer]!; order < orderStart[customer + 1]!; order++) {
    if (of === "order") rows.push({order});
    else for (let item = itemStart[order]!; item < itemStart[order + 1]!; item++) rows.push({order, item});
  }
  return rows;
}

function valueIn({orderNumber, orderSlot, orderGap, item, price}: Baskets, column: string, row: Row): number {
  switch (column) {
    case "order_number":
      return orderNumber[row.order]!;
    case "hour":
      return orderSlot[row.order]! % 24;
    case "days_since_prior_order":
      return orderGap[row.order] === NO_GAP ? Number.NaN : orderGap[row.order]!;
    case "price": {
      const cents = price[productOf(item[row.item!]!)]!;
      return cents === NO_PRICE ? Number.NaN : cents / 100;
    }
    case "cart_position":
      return positionOf(item[row.item!]!);
    default:
      return reorderedOf(item[row.item!]!);
  }
}

function taken(take: "sum" | "mean" | "median" | "min" | "max", values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sum = values.reduce((total, value) => total + value, 0);
  if (take === "sum") return sum;
  if (take === "mean") return sum / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  if (take === "min") return sorted[0]!;
  if (take === "max") return sorted.at(-1)!;
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}
