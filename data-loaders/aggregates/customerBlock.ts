import type {Baskets} from "../baskets/store.ts";
import {NO_GAP, NO_PRICE, productOf, reorderedOf} from "../baskets/store.ts";
import {BLOCK, makeRoom, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/** What a block of customers did, order by order and product by product: one reading of the items serves all queries. */
export interface CustomerBlock {
  /** First customer and how many. */
  first: number;
  customers: number;
  /** First order of the block; a row of `orders` is the order at that place after it. */
  firstOrder: number;
  readonly orders: PartRows;
  /** Days since the prior order, per row of `orders`; `noGap` where there is none. */
  gaps: Int32Array;
  readonly noGap: number;
  /** Coded by product. */
  readonly products: PartRows;
  /** For `readBlock`. */
  readonly places: Int32Array;
}

type Arrays = Omit<Baskets, "words">;

/** Memory for blocks, read one after another. `noGap` is above the longest gap in the store. */
export function customerBlock(baskets: Arrays, noGap: number): CustomerBlock {
  return {
    first: 0,
    customers: 0,
    firstOrder: 0,
    orders: partRows(),
    gaps: new Int32Array(0),
    noGap,
    products: partRows(),
    places: new Int32Array(baskets.products)
  };
}

/** Ranges of at most `BLOCK` customers. */
export function* blocksOf(from: number, to: number): Generator<readonly [first: number, customers: number]> {
  for (let first = from; first < to; first += BLOCK) yield [first, Math.min(BLOCK, to - first)];
}

/** What of a block is asked for; the orders' places and gaps always are. */
export interface Wanted {
  readonly orders: boolean;
  readonly products: boolean;
}

export function readBlock(
  baskets: Arrays,
  first: number,
  customers: number,
  block: CustomerBlock,
  wanted: Wanted
): void {
  const {orderStart, itemStart} = baskets;
  const endOrder = orderStart[first + customers]!;
  block.first = first;
  block.customers = customers;
  block.firstOrder = orderStart[first]!;
  for (let c = 0; c <= customers; c++) block.orders.start[c] = orderStart[first + c]! - block.firstOrder;
  fillGaps(baskets, endOrder - block.firstOrder, block);
  if (wanted.orders) {
    makeRoom(block.orders, endOrder - block.firstOrder);
    fillOrders(baskets, block);
  }
  if (wanted.products) {
    makeRoom(block.products, itemStart[endOrder]! - itemStart[block.firstOrder]!);
    fillProducts(baskets, block);
  }
}

function fillOrders({itemStart, item, price}: Arrays, {customers, firstOrder, orders}: CustomerBlock): void {
  const {start, codes, items, priced, spend, reordered} = orders;
  for (let row = 0; row < start[customers]!; row++) {
    const from = itemStart[firstOrder + row]!;
    const to = itemStart[firstOrder + row + 1]!;
    let known = 0;
    let cents = 0;
    let again = 0;
    for (let i = from; i < to; i++) {
      const packed = item[i]!;
      const itemCents = price[productOf(packed)]!;
      again += reorderedOf(packed);
      if (itemCents === NO_PRICE) continue;
      known++;
      cents += itemCents;
    }
    codes[row] = row;
    items[row] = to - from;
    priced[row] = known;
    spend[row] = cents;
    reordered[row] = again;
  }
}

function fillGaps({orderGap}: Arrays, orders: number, block: CustomerBlock): void {
  if (block.gaps.length < orders) block.gaps = new Int32Array(2 * orders);
  for (let row = 0; row < orders; row++) {
    const gap = orderGap[block.firstOrder + row]!;
    block.gaps[row] = gap === NO_GAP ? block.noGap : gap;
  }
}

function fillProducts(
  {orderStart, itemStart, item, price}: Arrays,
  {first, customers, products, places}: CustomerBlock
): void {
  const {start, codes, items, priced, spend, reordered} = products;
  places.fill(-1);
  let count = 0;
  for (let c = 0; c < customers; c++) {
    const firstRow = count;
    start[c] = firstRow;
    const end = itemStart[orderStart[first + c + 1]!]!;
    for (let i = itemStart[orderStart[first + c]!]!; i < end; i++) {
      const packed = item[i]!;
      const product = productOf(packed);
      const place = places[product]!;
      if (place < firstRow) {
        places[product] = count;
        codes[count] = product;
        items[count] = 1;
        reordered[count++] = reorderedOf(packed);
      } else {
        items[place]!++;
        reordered[place]! += reorderedOf(packed);
      }
    }
  }
  start[customers] = count;
  for (let row = 0; row < count; row++) {
    const cents = price[codes[row]!]!;
    priced[row] = cents === NO_PRICE ? 0 : items[row]!;
    spend[row] = cents === NO_PRICE ? 0 : items[row]! * cents;
  }
}
