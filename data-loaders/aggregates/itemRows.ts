import type {Baskets} from "../baskets/store.ts";
import {productOf, reorderedOf} from "../baskets/store.ts";
import type {Split} from "./cellPlan.ts";
import {compactCodes} from "./compactCodes.ts";
import type {Codes} from "./compactCodes.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {makeRoom, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {whenCodes} from "./whenCodes.ts";

type Arrays = Omit<Baskets, "words">;

/** Items by what they are and when they were ordered: one row per customer and code. */
export function itemRows(
  split: Split,
  baskets: Arrays
): {rows: PartRows; fill: (block: CustomerBlock) => void} {
  const {itemStart, item, price} = baskets;
  const rows = partRows();
  const codeOf = compactCodes(split.product);
  const rowOf = new Int32Array(split.size);
  let when: Int32Array = new Int32Array(0);
  let lastOrder: Int32Array = new Int32Array(0);
  const fill = ({orders, customers, firstOrder}: CustomerBlock): void => {
    const count = orders.start[customers]!;
    when = whenCodes(split, baskets, firstOrder, count, when);
    makeRoom(rows, itemStart[firstOrder + count]! - itemStart[firstOrder]!);
    if (lastOrder.length < rows.codes.length) lastOrder = new Int32Array(rows.codes.length);
    rowOf.fill(-1);
    let end = 0;
    for (let customer = 0; customer < customers; customer++) {
      const first = end;
      rows.start[customer] = first;
      for (let order = orders.start[customer]!; order < orders.start[customer + 1]!; order++) {
        const from = itemStart[firstOrder + order]!;
        const to = itemStart[firstOrder + order + 1]!;
        const base = when[order]! * split.product.size;
        end = addItems(item, from, to, base, codeOf, price, order, lastOrder, rowOf, first, rows, end);
      }
    }
    rows.start[customers] = end;
  };
  return {rows, fill};
}

/** Adds an order's items to the customer's rows, which begin at `first`; returns the end of the rows. */
function addItems(
  item: Uint32Array,
  from: number,
  to: number,
  base: number,
  codeOf: Codes,
  price: Int32Array,
  order: number,
  lastOrder: Int32Array,
  rowOf: Int32Array,
  first: number,
  {codes, orders, items, priced, spend, reordered}: PartRows,
  count: number
): number {
  let end = count;
  for (let i = from; i < to; i++) {
    const packed = item[i]!;
    const product = productOf(packed);
    const code = base + codeOf[product]!;
    const cents = price[product]!;
    const unknown = cents >> 31; // NO_PRICE is negative: all bits, else none
    const row = rowOf[code]!;
    if (row < first) {
      rowOf[code] = end;
      lastOrder[end] = order;
      codes[end] = code;
      orders[end] = 1;
      items[end] = 1;
      priced[end] = 1 + unknown;
      spend[end] = cents & ~unknown;
      reordered[end++] = reorderedOf(packed);
    } else {
      orders[row]! += lastOrder[row] === order ? 0 : 1;
      lastOrder[row] = order;
      items[row]!++;
      priced[row]! += 1 + unknown;
      spend[row]! += cents & ~unknown;
      reordered[row]! += reorderedOf(packed);
    }
  }
  return end;
}
