import type {Baskets} from "../baskets/store.ts";
import {NO_PRICE, productOf, reorderedOf} from "../baskets/store.ts";
import {compactCodes} from "./compactCodes.ts";
import type {Codes} from "./compactCodes.ts";
import type {CustomerBlock} from "./customerBlock.ts";
import {makeRoom, partRows} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

type Arrays = Omit<Baskets, "words">;

/** A block's items by what they are: one row per customer and code of the product. */
export interface ProductRows {
  readonly rows: PartRows;
  readonly fill: (block: CustomerBlock) => void;
}

/** `codes` by product. */
export function productRows(codes: ArrayLike<number>, size: number, baskets: Arrays): ProductRows {
  const {orderStart, itemStart} = baskets;
  const rows = partRows();
  const codeOf = compactCodes({codes, size});
  const add =
    size <= FEW_CODES ? fewCodes(codeOf, size, baskets, rows) : manyCodes(codeOf, size, baskets, rows);
  const fill = ({first, customers}: CustomerBlock): void => {
    makeRoom(rows, itemStart[orderStart[first + customers]!]! - itemStart[orderStart[first]!]!);
    let count = 0;
    for (let c = 0; c < customers; c++) {
      rows.start[c] = count;
      count = add(itemStart[orderStart[first + c]!]!, itemStart[orderStart[first + c + 1]!]!, count);
    }
    rows.start[customers] = count;
  };
  return {rows, fill};
}

/** So many that a customer's sums of all of them stay in the nearest cache. */
const FEW_CODES = 512;

/** Appends a customer's rows, who has the items `from` to `to`; returns the end of the rows. */
type Add = (from: number, to: number, count: number) => number;

/** One sum per code, then a row for each that is not empty: nothing to decide per item. */
function fewCodes(codeOf: Codes, size: number, {item, price}: Arrays, rows: PartRows): Add {
  const sums: Sums = {counts: new Int32Array(4 * size), cents: new Float64Array(size)};
  return (from, to, count) => {
    addItems(item, from, to, codeOf, price, sums.counts, sums.cents);
    return takeRows(sums, rows, count);
  };
}

interface Sums {
  /** By code 4 numbers: items, reordered, priced, nothing. */
  readonly counts: Int32Array;
  readonly cents: Float64Array;
}

function addItems(
  item: Uint32Array,
  from: number,
  to: number,
  codeOf: Codes,
  price: Int32Array,
  counts: Int32Array,
  cents: Float64Array
): void {
  for (let i = from; i < to; i++) {
    const packed = item[i]!;
    const product = productOf(packed);
    const code = codeOf[product]!;
    const known = price[product]!;
    const unknown = known >> 31; // NO_PRICE is negative: all bits, else none
    counts[4 * code]!++;
    counts[4 * code + 1]! += reorderedOf(packed);
    counts[4 * code + 2]! += 1 + unknown;
    cents[code]! += known & ~unknown;
  }
}

/** A row for each code with items, and the sums empty again. */
function takeRows(
  {counts, cents}: Sums,
  {codes, items, reordered, priced, spend}: PartRows,
  count: number
): number {
  let end = count;
  for (let code = 0; code < cents.length; code++) {
    const at = 4 * code;
    if (counts[at] === 0) continue;
    codes[end] = code;
    items[end] = counts[at]!;
    reordered[end] = counts[at + 1]!;
    priced[end] = counts[at + 2]!;
    spend[end++] = cents[code]!;
    counts[at] = 0;
    counts[at + 1] = 0;
    counts[at + 2] = 0;
    cents[code] = 0;
  }
  return end;
}

/** `rowOf` leads from a code to the row that was last begun for it; one before the customer's first is another's. */
function manyCodes(codeOf: Codes, size: number, {item, price}: Arrays, rows: PartRows): Add {
  const rowOf = new Int32Array(size);
  return (from, to, count) => {
    const {codes, items, reordered, priced, spend} = rows;
    if (count === 0) rowOf.fill(-1);
    let end = count;
    for (let i = from; i < to; i++) {
      const packed = item[i]!;
      const product = productOf(packed);
      const code = codeOf[product]!;
      const cents = price[product]!;
      const known = cents === NO_PRICE ? 0 : 1;
      const row = rowOf[code]!;
      if (row < count) {
        rowOf[code] = end;
        codes[end] = code;
        items[end] = 1;
        reordered[end] = reorderedOf(packed);
        priced[end] = known;
        spend[end++] = known * cents;
      } else {
        items[row]!++;
        reordered[row]! += reorderedOf(packed);
        priced[row]! += known;
        spend[row]! += known * cents;
      }
    }
    return end;
  };
}
