import type {Place} from "../baskets/memo.ts";
import {readSections, writeSections} from "../baskets/sectionFile.ts";
import {makeRoom} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/*
 * A split's rows of all customers of a thread, kept between runs: no segmentation of customers changes them, and they
 * are enough to count it without reading a single item. In few bytes: what does not fit them is not kept.
 */
const COLUMNS = {
  codes: Uint16Array,
  orders: Uint16Array,
  items: Uint16Array,
  priced: Uint16Array,
  spend: Uint32Array,
  reordered: Uint16Array
} as const;

type ColumnName = keyof typeof COLUMNS;
type Columns = {readonly [N in ColumnName]: InstanceType<(typeof COLUMNS)[N]>};

const NAMES = Object.keys(COLUMNS) as ColumnName[];
const COUNTS = "rows";
const MOST = 65535;

/** Takes the rows of one block of customers after another. */
export interface SplitRecorder {
  readonly add: (rows: PartRows, customers: number) => void;
  readonly write: () => void;
}

/** `customers` is how many there will be in all. */
export function splitRecorder({path, key}: Place, customers: number): SplitRecorder {
  const counts = new Uint16Array(customers);
  const blocks: Columns[] = [];
  let fits = true;
  let recorded = 0;
  return {
    add(rows, blockCustomers) {
      if (!fits) return;
      const {start} = rows;
      const count = start[blockCustomers]!;
      for (let c = 0; c < blockCustomers; c++) counts[recorded++] = start[c + 1]! - start[c]!;
      blocks.push(columnsOf((name) => new COLUMNS[name](rows[name].subarray(0, count))));
      fits = isCompact(rows, count);
    },
    write() {
      if (!fits) return;
      const contents = NAMES.map((name) => ({name, array: joined(name, blocks)}));
      writeSections(path, key, {}, [...contents, {name: COUNTS, array: counts}]);
    }
  };
}

function columnsOf(column: (name: ColumnName) => Columns[ColumnName]): Columns {
  return Object.fromEntries(NAMES.map((name) => [name, column(name)])) as unknown as Columns;
}

function joined(name: ColumnName, blocks: readonly Columns[]): Columns[ColumnName] {
  const all = new COLUMNS[name](blocks.reduce((length, columns) => length + columns[name].length, 0));
  let at = 0;
  for (const columns of blocks) {
    all.set(columns[name], at);
    at += columns[name].length;
  }
  return all;
}

/** Items bound the other counts. */
function isCompact({codes, orders, items, spend}: PartRows, count: number): boolean {
  for (let row = 0; row < count; row++) {
    if (codes[row]! > MOST || orders[row]! > MOST || items[row]! > MOST || spend[row]! > 2 ** 32 - 1)
      return false;
  }
  return true;
}

/** Gives the rows of one block of customers after another, or undefined where the file is not as it was written. */
export function splitReader({path, key}: Place): ((rows: PartRows, customers: number) => void) | undefined {
  return readSections(path, key, ({read}) => {
    const found = [...NAMES, COUNTS].map((name) => [name, read(name)] as const);
    if (found.some(([, buffer]) => buffer === undefined)) return undefined;
    const buffers = Object.fromEntries(found) as Record<string, SharedArrayBuffer>;
    const columns = columnsOf((name) => new COLUMNS[name](buffers[name] as never));
    const counts = new Uint16Array(buffers[COUNTS]!);
    let customer = 0;
    let row = 0;
    return (rows, customers) => {
      let count = 0;
      for (let c = 0; c < customers; c++) {
        rows.start[c] = count;
        count += counts[customer++]!;
      }
      rows.start[customers] = count;
      makeRoom(rows, count);
      expand(columns, row, count, rows);
      row += count;
    };
  });
}

function expand(
  {codes, orders, items, priced, spend, reordered}: Columns,
  from: number,
  count: number,
  rows: PartRows
): void {
  for (let row = 0; row < count; row++) {
    rows.codes[row] = codes[from + row]!;
    rows.orders[row] = orders[from + row]!;
    rows.items[row] = items[from + row]!;
    rows.priced[row] = priced[from + row]!;
    rows.spend[row] = spend[from + row]!;
    rows.reordered[row] = reordered[from + row]!;
  }
}
