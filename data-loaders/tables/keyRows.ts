/** The row of each key, where one stands already. */
export interface KeyRows {
  /** The row that has the key; `row` itself when none had it, which has it from now on. */
  readonly claim: (key: unknown, row: number) => number;
}

const FEWEST = 2 ** 17;
const FREE = -1;

/** Whole numbers by open addressing in a table that is at most half full; anything else in a map. */
export function keyRows(): KeyRows {
  const others = new Map<unknown, number>();
  let size = FEWEST;
  let count = 0;
  let keys = new Float64Array(size);
  let rows = new Int32Array(size).fill(FREE);
  const slotOf = (key: number): number => {
    let slot = hashOf(key) & (size - 1);
    while (rows[slot]! >= 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const grow = (): void => {
    const before = {keys, rows};
    size *= 2;
    keys = new Float64Array(size);
    rows = new Int32Array(size).fill(FREE);
    for (let at = 0; at < before.rows.length; at++) {
      if (before.rows[at]! < 0) continue;
      const slot = slotOf(before.keys[at]!);
      keys[slot] = before.keys[at]!;
      rows[slot] = before.rows[at]!;
    }
  };
  return {
    claim(key, row) {
      if (typeof key !== "number") {
        const found = others.get(key);
        if (found === undefined) others.set(key, row);
        return found ?? row;
      }
      const slot = slotOf(key);
      if (rows[slot]! >= 0) return rows[slot]!;
      keys[slot] = key;
      rows[slot] = row;
      if (2 * ++count > size) grow();
      return row;
    }
  };
}

/** Of both halves of a number below 2^53. */
function hashOf(key: number): number {
  const mixed = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
