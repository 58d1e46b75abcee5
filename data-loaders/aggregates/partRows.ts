/**
 * Grain: one row per customer and code, the customers of a block one after another. Columns of plain integers, since
 * the passes over them are the innermost loops of all.
 */
export interface PartRows {
  /** Row range of each customer of the block: customers + 1 entries. */
  readonly start: Int32Array;
  codes: Int32Array;
  /** Orders with such items; of splits by product alone there is no saying. */
  orders: Int32Array;
  items: Int32Array;
  priced: Int32Array;
  /** Cents; a customer's may exceed 32 bits. */
  spend: Float64Array;
  reordered: Int32Array;
}

/** Customers that are read together: enough that loops are long, few enough that their rows stay in the cache. */
export const BLOCK = 256;

export function partRows(): PartRows {
  const none = new Int32Array(0);
  const start = new Int32Array(BLOCK + 1);
  return {
    start,
    codes: none,
    orders: none,
    items: none,
    priced: none,
    spend: new Float64Array(0),
    reordered: none
  };
}

/** Makes room for so many rows; what was in them is lost. */
export function makeRoom(rows: PartRows, count: number): void {
  if (rows.codes.length >= count) return;
  const length = 2 * count;
  rows.codes = new Int32Array(length);
  rows.orders = new Int32Array(length);
  rows.items = new Int32Array(length);
  rows.priced = new Int32Array(length);
  rows.spend = new Float64Array(length);
  rows.reordered = new Int32Array(length);
}

/**
 * Adds up each customer's rows of the same code. `codes` holds the new code of each row of `from`, `places` has room
 * for one number per code.
 */
export function addUp(
  from: PartRows,
  customers: number,
  codes: Int32Array,
  places: Int32Array,
  into: PartRows
): void {
  makeRoom(into, from.start[customers]!);
  places.fill(-1);
  let count = 0;
  for (let customer = 0; customer < customers; customer++) {
    const first = count;
    const end = from.start[customer + 1]!;
    into.start[customer] = first;
    for (let row = from.start[customer]!; row < end; row++) {
      const code = codes[row]!;
      const place = places[code]!;
      if (place < first) {
        places[code] = count;
        into.codes[count] = code;
        into.orders[count] = from.orders[row]!;
        into.items[count] = from.items[row]!;
        into.priced[count] = from.priced[row]!;
        into.spend[count] = from.spend[row]!;
        into.reordered[count] = from.reordered[row]!;
        count++;
      } else {
        into.orders[place]! += from.orders[row]!;
        into.items[place]! += from.items[row]!;
        into.priced[place]! += from.priced[row]!;
        into.spend[place]! += from.spend[row]!;
        into.reordered[place]! += from.reordered[row]!;
      }
    }
  }
  into.start[customers] = count;
}
