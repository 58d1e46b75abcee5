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

export function splitRecorder({path, key}: Place): SplitRecorder {
  const blocks: Columns[] = [];
  const counts: Uint16Array[] = [];
  let fits = true;
  return {
    add(rows, customers) {
      if (!fits) return;
      const count = rows.start[customers]!;
      counts.push(rowCounts(rows, customers));
      blocks.push(compact(rows, count));
      fits = isCompact(rows, count);
    },
    write() {
      if (!fits) return;
      const contents = NAMES.map((name) => ({
        name,
        array: joined(
          new COLUMNS[name](total(blocks, name)),
          blocks.map((block) => block[name])
        )
      }));
      const rows = joined(new Uint16Array(counts.reduce((sum, {length}) => sum + length, 0)), counts);
      writeSections(path, key, {}, [...contents, {name: COUNTS, array: rows}]);
    }
  };
}

function rowCounts({start}: PartRows, customers: number): Uint16Array {
  const counts = new Uint16Array(customers);
  for (let customer = 0; customer < customers; customer++)
    counts[customer] = start[customer + 1]! - start[customer]!;
  return counts;
}

function compact({codes, items, priced, spend, reordered}: PartRows, count: number): Columns {
  return {
    codes: new Uint16Array(codes.subarray(0, count)),
    items: new Uint16Array(items.subarray(0, count)),
    priced: new Uint16Array(priced.subarray(0, count)),
    spend: new Uint32Array(spend.subarray(0, count)),
    reordered: new Uint16Array(reordered.subarray(0, count))
  };
}

/** Items bound the other counts. */
function isCompact({codes, items, spend}: PartRows, count: number): boolean {
  for (let row = 0; row < count; row++) {
    if (codes[row]! > MOST || items[row]! > MOST || spend[row]! > 2 ** 32 - 1) return false;
  }
  return true;
}

function total(blocks: readonly Columns[], name: ColumnName): number {
  return blocks.reduce((sum, block) => sum + block[name].length, 0);
}

function joined<T extends Uint16Array | Uint32Array>(
  into: T,
  parts: readonly (Uint16Array | Uint32Array)[]
): T {
  let at = 0;
  for (const part of parts) {
    into.set(part, at);
    at += part.length;
  }
  return into;
}

/** Gives the rows of one block of customers after another, or undefined where the file is not as it was written. */
export function splitReader({path, key}: Place): ((rows: PartRows, customers: number) => void) | undefined {
  return readSections(path, key, ({read}) => {
    const found = [...NAMES, COUNTS].map((name) => [name, read(name)] as const);
    if (found.some(([, buffer]) => buffer === undefined)) return undefined;
    const buffers = Object.fromEntries(found) as Record<string, SharedArrayBuffer>;
    const columns = Object.fromEntries(
      NAMES.map((name) => [name, new COLUMNS[name](buffers[name] as never)])
    ) as unknown as Columns;
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
  {codes, items, priced, spend, reordered}: Columns,
  from: number,
  count: number,
  rows: PartRows
): void {
  for (let row = 0; row < count; row++) {
    rows.codes[row] = codes[from + row]!;
    rows.items[row] = items[from + row]!;
    rows.priced[row] = priced[from + row]!;
    rows.spend[row] = spend[from + row]!;
    rows.reordered[row] = reordered[from + row]!;
  }
}
