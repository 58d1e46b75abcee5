import type {Column} from "../tables/columnBuilder.ts";
import type {PopulationFlow} from "../tables/populationFlow.ts";

/**
 * The basket store: customers own orders, orders own items, in nested runs of typed arrays.
 *
 *     customers   0          1                2          …
 *     orders      |0  1  2   |3  4  5  6      |7  8      …   orderStart[customer] … orderStart[customer + 1]
 *     items       |…|…|…     |…|…|…|…         |…|…       …   itemStart[order] … itemStart[order + 1]
 *
 * Customers stand in the order of their ids, a customer's orders by order number, an order's items as in the file.
 * Only customers with at least one order are in it. Names of customers are never read.
 */
export interface Baskets {
  readonly customers: number;
  readonly orders: number;
  readonly items: number;
  readonly products: number;
  /** customers + 1 entries. */
  readonly orderStart: Uint32Array<SharedArrayBuffer>;
  /** 1 for the customer's first order. */
  readonly orderNumber: Uint16Array<SharedArrayBuffer>;
  /** day × 24 + hour. */
  readonly orderSlot: Uint8Array<SharedArrayBuffer>;
  /** Days since the customer's prior order; NO_GAP where missing. */
  readonly orderGap: Uint16Array<SharedArrayBuffer>;
  /** orders + 1 entries. */
  readonly itemStart: Uint32Array<SharedArrayBuffer>;
  /** Packed: product in the low 22 bits, then cart position in 9, then reordered in 1. */
  readonly item: Uint32Array<SharedArrayBuffer>;
  /** Cents per product; NO_PRICE where missing. */
  readonly price: Int32Array<SharedArrayBuffer>;
  readonly productDepartment: Uint16Array<SharedArrayBuffer>;
  readonly productAisle: Uint16Array<SharedArrayBuffer>;
  readonly words: BasketWords;
}

/** What worker threads pass over: the store without its words. */
export type BasketArrays = Omit<Baskets, "words">;

export function basketArrays(baskets: Baskets): BasketArrays {
  return {...withoutItems(baskets), item: baskets.item};
}

/** For those who need none: items are read from the cache only when they are asked for. */
export function withoutItems({
  customers,
  orders,
  items,
  products,
  orderStart,
  orderNumber,
  orderSlot,
  orderGap,
  itemStart,
  price,
  productDepartment,
  productAisle
}: Baskets): BasketArrays {
  const item = new Uint32Array(new SharedArrayBuffer(0));
  return {
    customers,
    orders,
    items,
    products,
    orderStart,
    orderNumber,
    orderSlot,
    orderGap,
    itemStart,
    item,
    price,
    productDepartment,
    productAisle
  };
}

/** The texts and light columns of the store. */
export interface BasketWords {
  readonly productNames: readonly string[];
  readonly departments: readonly string[];
  readonly aisles: readonly string[];
  /** Attributes of the store's customers by our column names; empty where the data has no customers file. */
  readonly attributes: Readonly<Record<string, Column>>;
  readonly hasPrices: boolean;
  readonly hasCustomers: boolean;
  readonly flow: PopulationFlow;
}

export const NO_GAP = 65535;
export const NO_PRICE = -1;
const PRODUCT_BITS = 22;
const PRODUCT_MASK = (1 << PRODUCT_BITS) - 1;
const POSITION_MASK = 511;

/** What the packing can hold; `buildBaskets` refuses data beyond it and says so. */
export const LIMITS = {
  products: PRODUCT_MASK,
  /** Departments, and aisles. */
  shelves: 65535,
  cartPosition: POSITION_MASK,
  orderNumber: 65534,
  gap: 65534,
  items: 2 ** 32 - 2
} as const;

export const packItem = (product: number, position: number, reordered: number): number =>
  (product | (position << PRODUCT_BITS) | (reordered << 31)) >>> 0;
export const productOf = (item: number): number => item & PRODUCT_MASK;
export const positionOf = (item: number): number => (item >>> PRODUCT_BITS) & POSITION_MASK;
export const reorderedOf = (item: number): number => item >>> 31;
