import type {Column} from "../../tables/columnBuilder.ts";

/** The values of an attribute that occur, numbered: numbers by size, texts as they are; missing last. */
export interface Levels {
  readonly name: string;
  /** Level of each customer. */
  readonly codes: Int32Array;
  readonly values: readonly (number | string | undefined)[];
  readonly areNumbers: boolean;
}

/** More different values than this are not tried in pairs: bands of them would be found by chance. */
const MOST_LEVELS = 1024;

/** Whole numbers over a wider range are sorted instead of counted. */
const WIDEST = 4096;

/** Nothing where there are more levels than can be tried. */
export function levelsOf(name: string, column: Column): Levels | undefined {
  if (column.kind === "texts") return undefined;
  if (column.kind === "numbers") return numberLevels(name, column.values);
  const seen = new Uint8Array(column.labels.length + 1);
  for (const code of column.codes) seen[code + 1] = 1;
  return occurring(name, seen, column.codes, (at) => (at === 0 ? undefined : column.labels[at - 1]!), false);
}

function numberLevels(name: string, values: Float64Array): Levels | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return undefined;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high - low < WIDEST)) return undefined;
  const codes = new Int32Array(values.length);
  const seen = new Uint8Array(high - low + 2);
  for (let row = 0; row < values.length; row++) {
    codes[row] = Number.isNaN(values[row]!) ? -1 : values[row]! - low;
    seen[codes[row]! + 1] = 1;
  }
  return occurring(name, seen, codes, (at) => (at === 0 ? undefined : low + at - 1), true);
}

/** Leaves out the values that do not occur. Code −1 is missing and comes last. */
function occurring(
  name: string,
  seen: Uint8Array,
  codes: Int32Array,
  value: (at: number) => number | string | undefined,
  areNumbers: boolean
): Levels | undefined {
  const present = [...seen.keys()].filter((at) => seen[at] === 1);
  if (present.length > MOST_LEVELS) return undefined;
  const ordered = present[0] === 0 ? [...present.slice(1), 0] : present;
  const level = new Int32Array(seen.length);
  for (const [at, old] of ordered.entries()) level[old] = at;
  return {name, codes: codes.map((code) => level[code + 1]!), values: ordered.map(value), areNumbers};
}
