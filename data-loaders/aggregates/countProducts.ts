import type {Baskets} from "../baskets/store.ts";
import {NO_PRICE, productOf, reorderedOf} from "../baskets/store.ts";
import type {Factor} from "./cellPlan.ts";
import type {CellSums} from "./cellSums.ts";

type Arrays = Omit<Baskets, "words">;

/**
 * Counts segment × product over a range of customers. Such cells are more than a cache holds, so customers come segment
 * by segment: then the cells of one segment are enough.
 */
export function countProducts(
  customer: Factor,
  {orderStart, itemStart, item, price, products}: Arrays,
  [from, to]: readonly [number, number],
  sums: CellSums
): void {
  const last: LastBuyers = {buyer: new Int32Array(products).fill(-1), items: new Uint32Array(products)};
  const buyers = bySegment(customer, from, to);
  for (let at = 0; at < buyers.length; at++) {
    const buyer = buyers[at]!;
    const base = (customer.codes ? customer.codes[buyer]! : 0) * products;
    const first = itemStart[orderStart[buyer]!]!;
    const end = itemStart[orderStart[buyer + 1]!]!;
    addItems(item, first, end, buyer, last, base, sums);
  }
  priceCells(price, sums);
}

/** Who bought each product last, and how many of it so far. */
interface LastBuyers {
  readonly buyer: Int32Array;
  readonly items: Uint32Array;
}

/** Called for each customer, so that it is compiled while most are still to come. */
function addItems(
  item: Uint32Array,
  first: number,
  end: number,
  buyer: number,
  {buyer: lastBuyer, items: lastItems}: LastBuyers,
  base: number,
  {counts, largest_spend: most}: CellSums
): void {
  for (let i = first; i < end; i++) {
    const packed = item[i]!;
    const product = productOf(packed);
    const cell = base + product;
    const at = 3 * cell;
    const bought = lastBuyer[product] === buyer ? lastItems[product]! + 1 : 1;
    counts[at]! += bought === 1 ? 1 : 0;
    lastBuyer[product] = buyer;
    lastItems[product] = bought;
    if (bought > most[cell]!) most[cell] = bought;
    counts[at + 1]!++;
    counts[at + 2]! += reorderedOf(packed);
  }
}

/** Customers `from` to `to`, segment by segment, in each by number. */
function bySegment({codes, size}: Factor, from: number, to: number): Uint32Array {
  const result = new Uint32Array(to - from);
  const next = new Uint32Array(size + 1);
  if (codes) for (let customer = from; customer < to; customer++) next[codes[customer]! + 1]!++;
  for (let code = 1; code <= size; code++) next[code]! += next[code - 1]!;
  for (let customer = from; customer < to; customer++)
    result[next[codes ? codes[customer]! : 0]!++] = customer;
  return result;
}

/** The money of a cell that holds one product follows from its price; until then the most are items. */
function priceCells(price: Int32Array, {counts, priced_items, spend, largest_spend}: CellSums): void {
  for (let cell = 0; cell < spend.length; cell++) {
    const cents = price[cell % price.length]!;
    const items = counts[3 * cell + 1]!;
    priced_items[cell] = cents === NO_PRICE ? 0 : items;
    spend[cell] = cents === NO_PRICE ? 0 : items * cents;
    largest_spend[cell]! *= cents === NO_PRICE ? 0 : cents;
  }
}
