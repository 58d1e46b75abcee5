import type {Place} from "../baskets/memo.ts";
import {readSections, writeSections} from "../baskets/sectionFile.ts";
import {makeRoom, MONEY_ROW, PLACES, ROW, SPEND} from "./partRows.ts";
import type {PartRows} from "./partRows.ts";

/*
 * A split's rows of all customers of a thread, kept between runs: no segmentation of customers changes them, and they
 * are enough to count it without reading a single item. In few bytes: what does not fit them is not kept.
 */
const COLUMNS = {
  codes: Uint16Array,
  orders: Uint16Array,
  gaps: Uint16Array,
  gap_days: Uint32Array,
  items: Uint16Array,
  priced: Uint16Array,
  spend: Uint32Array,
  reordered: Uint16Array
} as const;

type ColumnName = keyof typeof COLUMNS;
type Columns = {readonly [N in ColumnName]: InstanceType<(typeof COLUMNS)[N]>};

/** Where each stands in a row. */
const PLACE: Readonly<Record<Exclude<ColumnName, "spend">, number>> = {
  codes: PLACES.code,
  orders: PLACES.orders,
  gaps: PLACES.gaps,
  gap_days: PLACES.gap_days,
  items: PLACES.items,
  priced: PLACES.priced_items,
  reordered: PLACES.reordered_items
};

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
      fits = isCompact(rows, count);
      if (fits) blocks.push(columnsOf((name) => column(rows, count, name)));
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

function column({numbers, money}: PartRows, count: number, name: ColumnName): Columns[ColumnName] {
  const values = new COLUMNS[name](count);
  if (name === "spend") for (let row = 0; row < count; row++) values[row] = money[row * MONEY_ROW + SPEND]!;
  else for (let row = 0, at = PLACE[name]; row < count; row++, at += ROW) values[row] = numbers[at]!;
  return values;
}

/** Items bound the other counts; an order has at most one gap. */
function isCompact({numbers, money}: PartRows, count: number): boolean {
  for (let row = 0; row < count; row++) {
    const at = row * ROW;
    if (numbers[at + PLACES.code]! > MOST || numbers[at + PLACES.orders]! > MOST) return false;
    if (numbers[at + PLACES.items]! > MOST || money[row * MONEY_ROW + SPEND]! > 2 ** 32 - 1) return false;
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

function expand(columns: Columns, from: number, count: number, {numbers, money}: PartRows): void {
  const {codes, orders, gaps, gap_days, items, priced, spend, reordered} = columns;
  for (let row = 0; row < count; row++) {
    const at = row * ROW;
    const kept = from + row;
    numbers[at + PLACES.customers] = 1;
    numbers[at + PLACES.items] = items[kept]!;
    numbers[at + PLACES.reordered_items] = reordered[kept]!;
    numbers[at + PLACES.priced_items] = priced[kept]!;
    money[row * MONEY_ROW + SPEND] = spend[kept]!;
    numbers[at + PLACES.code] = codes[kept]!;
    numbers[at + PLACES.orders] = orders[kept]!;
    numbers[at + PLACES.gaps] = gaps[kept]!;
    numbers[at + PLACES.gap_days] = gap_days[kept]!;
  }
}
