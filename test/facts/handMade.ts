import {shared} from "../../data-loaders/baskets/shared.ts";
import {NO_GAP, NO_PRICE, packItem} from "../../data-loaders/baskets/store.ts";
import type {Baskets} from "../../data-loaders/baskets/store.ts";
import type {Column} from "../../data-loaders/tables/columnBuilder.ts";

export interface HandProduct {
  readonly department: string;
  readonly aisle?: string;
  /** Absent where no price is known. */
  readonly cents?: number;
}

export interface HandOrder {
  /** 1, 2, 3 … where it is absent. */
  readonly number?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly gap?: number;
  /** Names of products; a `+` before the name: bought before. */
  readonly items?: readonly string[];
}

export interface HandCustomer {
  readonly state?: string;
  readonly age?: number;
  readonly orders: readonly HandOrder[];
}

export interface HandShop {
  readonly products: Readonly<Record<string, HandProduct>>;
  readonly customers: readonly HandCustomer[];
}

/** A store made by hand, without files. Customers have the attributes state and age where one of them has. */
export function handMade({products, customers}: HandShop): Baskets {
  const names = Object.keys(products);
  const goods = Object.values(products);
  const departments = unique(goods.map(({department}) => department));
  const aisles = unique(goods.map(({aisle = "shelf"}) => aisle));
  const orders = customers.flatMap((customer) =>
    customer.orders.map((order, at) => ({number: at + 1, ...order}))
  );
  const items = orders.map((order) => order.items ?? []);
  return {
    customers: customers.length,
    orders: orders.length,
    items: items.flat().length,
    products: names.length,
    orderStart: starts(customers.map((customer) => customer.orders.length)),
    orderNumber: shared(
      Uint16Array.from(orders, ({number}) => number),
      (buffer) => new Uint16Array(buffer)
    ),
    orderSlot: shared(
      Uint8Array.from(orders, ({day = 0, hour = 12}) => day * 24 + hour),
      (buffer) => new Uint8Array(buffer)
    ),
    orderGap: shared(
      Uint16Array.from(orders, ({gap}) => gap ?? NO_GAP),
      (buffer) => new Uint16Array(buffer)
    ),
    itemStart: starts(items.map(({length}) => length)),
    item: shared(
      Uint32Array.from(
        items.flatMap((list) =>
          list.map((item, at) =>
            packItem(names.indexOf(item.replace("+", "")), at + 1, item.startsWith("+") ? 1 : 0)
          )
        )
      ),
      (buffer) => new Uint32Array(buffer)
    ),
    price: shared(
      Int32Array.from(goods, ({cents}) => cents ?? NO_PRICE),
      (buffer) => new Int32Array(buffer)
    ),
    productDepartment: shared(
      Uint16Array.from(goods, ({department}) => departments.indexOf(department)),
      (buffer) => new Uint16Array(buffer)
    ),
    productAisle: shared(
      Uint16Array.from(goods, ({aisle = "shelf"}) => aisles.indexOf(aisle)),
      (buffer) => new Uint16Array(buffer)
    ),
    words: {
      productNames: names,
      departments,
      aisles,
      attributes: attributes(customers),
      hasPrices: goods.some(({cents}) => cents !== undefined),
      hasCustomers: customers.some(({state, age}) => state !== undefined || age !== undefined),
      flow: {tables: [], values: []}
    }
  };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

function starts(lengths: readonly number[]): Baskets["orderStart"] {
  const result = new Uint32Array(new SharedArrayBuffer(4 * (lengths.length + 1)));
  for (const [at, length] of lengths.entries()) result[at + 1] = result[at]! + length;
  return result;
}

function attributes(customers: readonly HandCustomer[]): Record<string, Column> {
  const states = unique(customers.flatMap(({state}) => state ?? [])).sort();
  const hasAges = customers.some(({age}) => age !== undefined);
  return {
    ...(states.length > 0 && {
      state: {
        kind: "categories",
        labels: states,
        codes: Int32Array.from(customers, ({state}) => (state === undefined ? -1 : states.indexOf(state)))
      } as const
    }),
    ...(hasAges && {
      age: {kind: "numbers", values: Float64Array.from(customers, ({age}) => age ?? Number.NaN)} as const
    })
  };
}
