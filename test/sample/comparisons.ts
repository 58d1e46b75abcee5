import {
  readCells,
  readCustomerLines,
  readItemLines,
  readOrderLines,
  readProductLines
} from "./sampleFiles.ts";
import type {CustomerLine} from "./sampleFiles.ts";

/** Grain: one row per customer, counted from the files by plain loops. */
export interface CustomerCounts extends CustomerLine {
  priorOrders: number;
  orders: number;
  /** Sum of the hours of all orders. */
  hours: number;
  items: number;
  newItems: number;
  babies: number;
  alcohol: number;
  /** Over prior orders number 5 to 20. */
  itemsMidway: number;
  newItemsMidway: number;
}

export interface SampleCounts {
  readonly customers: readonly CustomerCounts[];
  /** Dollars and lines by hour, absurd prices left out. */
  readonly spendByHour: readonly number[];
  readonly pricedByHour: readonly number[];
  /** Prior orders, and those with the first, the second and both of the pair. */
  readonly pair: {
    readonly orders: number;
    readonly first: number;
    readonly second: number;
    readonly both: number;
  };
}

export const PAIR_NAMES = ["Hollow Oak Street Taco Tortillas", "Hollow Oak Taco Night Seasoning"] as const;

/** Everything the planted comparisons need, in one pass over the files. */
export function sampleCounts(folder: string): SampleCounts {
  const orders = readOrderLines(folder);
  const items = readItemLines(folder);
  const products = readProductLines(folder);
  const [, ...departments] = readCells(folder, "departments.csv")[1]!;
  const department: string[] = [];
  const price: number[] = [];
  for (const product of products) {
    department[product.id] = departments[product.department - 1]!;
    price[product.id] = product.price;
  }
  const [first, second] = PAIR_NAMES.map((name) => products.find((product) => product.name === name)!.id);
  const customers: CustomerCounts[] = [];
  for (const line of readCustomerLines(folder)) customers[line.id] = {...line, ...NOTHING};
  const rowOf: number[] = [];
  for (let row = 0; row < orders.count; row++) {
    const customer = customers[orders.customer[row]!]!;
    rowOf[orders.id[row]!] = row;
    customer.orders++;
    customer.hours += orders.hour[row]!;
    if (orders.set[row] === 0) customer.priorOrders++;
  }
  const spendByHour = new Array<number>(24).fill(0);
  const pricedByHour = new Array<number>(24).fill(0);
  const held = new Uint8Array(orders.count);
  for (let line = 0; line < items.count; line++) {
    const row = rowOf[items.order[line]!]!;
    const customer = customers[orders.customer[row]!]!;
    const product = items.product[line]!;
    const isNew = 1 - items.reordered[line]!;
    customer.items++;
    customer.newItems += isNew;
    if (orders.number[row]! >= 5 && orders.number[row]! <= 20) {
      customer.itemsMidway++;
      customer.newItemsMidway += isNew;
    }
    if (department[product] === "babies") customer.babies++;
    if (department[product] === "alcohol") customer.alcohol++;
    const paid = price[product];
    if (paid !== undefined && paid <= 100) {
      spendByHour[orders.hour[row]!]! += paid;
      pricedByHour[orders.hour[row]!]!++;
    }
    if (product === first) held[row]! |= 1;
    if (product === second) held[row]! |= 2;
  }
  const ordersHolding = (bits: number) => held.filter((value) => (value & bits) === bits).length;
  return {
    customers: Object.values(customers),
    spendByHour,
    pricedByHour,
    pair: {
      orders: orders.set.filter((set) => set === 0).length,
      first: ordersHolding(1),
      second: ordersHolding(2),
      both: ordersHolding(3)
    }
  };
}

const NOTHING = {
  priorOrders: 0,
  orders: 0,
  hours: 0,
  items: 0,
  newItems: 0,
  babies: 0,
  alcohol: 0,
  itemsMidway: 0,
  newItemsMidway: 0
};

/** A ratio of two sums over customers, with its standard error (linearised; the customer is what is sampled). */
export function ratio(
  customers: readonly CustomerCounts[],
  over: (customer: CustomerCounts) => number,
  under: (customer: CustomerCounts) => number
): {value: number; error: number} {
  let above = 0;
  let below = 0;
  for (const customer of customers) {
    above += over(customer);
    below += under(customer);
  }
  const value = above / below;
  let squares = 0;
  for (const customer of customers) squares += (over(customer) - value * under(customer)) ** 2;
  return {value, error: Math.sqrt(squares) / below};
}
