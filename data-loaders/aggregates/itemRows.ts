import type {Baskets} from "../baskets/store.ts";
import {NO_PRICE, productOf, reorderedOf} from "../baskets/store.ts";
import type {Split} from "./cellPlan.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {makeRoom, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";
import {whenCodes} from "./whenCodes.ts";

type Arrays = Omit<Baskets, "words">;

/** Items by what they are and when they were ordered: one row per order and product code. */
export function itemRows(
  split: Split,
  baskets: Arrays
): {rows: PartRows; fill: (block: CustomerBlock) => void} {
  const {itemStart} = baskets;
  const rows = partRows();
  const places = new Int32Array(split.product.size);
  const lastCustomer = new Int32Array(split.size);
  let when: Int32Array = new Int32Array(0);
  const fill = ({orders, customers, firstOrder}: CustomerBlock): void => {
    const count = orders.start[customers]!;
    when = whenCodes(split, baskets, firstOrder, count, when);
    makeRoom(rows, itemStart[firstOrder + count]! - itemStart[firstOrder]!);
    places.fill(-1);
    lastCustomer.fill(-1);
    let end = 0;
    for (let customer = 0; customer < customers; customer++) {
      rows.start[customer] = end;
      for (let order = orders.start[customer]!; order < orders.start[customer + 1]!; order++) {
        end = addOrder(
          split,
          baskets,
          firstOrder + order,
          when[order]! * split.product.size,
          places,
          rows,
          end
        );
      }
      markFirst(rows, rows.start[customer]!, end, customer, lastCustomer);
    }
    rows.start[customers] = end;
  };
  return {rows, fill};
}

/** Appends one row per product code of the order's items; returns the end of the rows. */
function addOrder(
  {product}: Split,
  {itemStart, item, price}: Arrays,
  order: number,
  when: number,
  places: Int32Array,
  {codes, items, priced, spend, reordered}: PartRows,
  firstRow: number
): number {
  const codeOf = product.codes!;
  const lastItem = itemStart[order + 1]!;
  let count = firstRow;
  for (let i = itemStart[order]!; i < lastItem; i++) {
    const packed = item[i]!;
    const code = codeOf[productOf(packed)]!;
    const cents = price[productOf(packed)]!;
    const known = cents === NO_PRICE ? 0 : 1;
    const place = places[code]!;
    if (place < firstRow) {
      places[code] = count;
      codes[count] = when + code;
      items[count] = 1;
      priced[count] = known;
      spend[count] = known * cents;
      reordered[count++] = reorderedOf(packed);
    } else {
      items[place]!++;
      priced[place]! += known;
      spend[place]! += known * cents;
      reordered[place]! += reorderedOf(packed);
    }
  }
  return count;
}

/** Counts the customer in the first of the rows with the same code only. */
function markFirst(
  {codes, customers}: PartRows,
  from: number,
  to: number,
  customer: number,
  lastCustomer: Int32Array
): void {
  for (let row = from; row < to; row++) {
    const code = codes[row]!;
    customers[row] = lastCustomer[code] === customer ? 0 : 1;
    lastCustomer[code] = customer;
  }
}
