import {describe, expect, it} from "vitest";
import {keyRows} from "../../data-loaders/tables/keyRows.ts";
import {seeded} from "../seeded.ts";

describe("keyRows", () => {
  it("gives the row that had a key first, as a map does, for any keys", () => {
    const random = seeded(5);
    const rows = keyRows();
    const map = new Map<unknown, number>();
    const keys = [
      0,
      1,
      -1,
      2 ** 31,
      2 ** 32,
      2 ** 32 + 1,
      Number.MAX_SAFE_INTEGER,
      "1",
      "1\u00002",
      undefined
    ];
    for (let row = 0; row < 60_000; row++) {
      const key = random.chance(0.01)
        ? random.pick(keys)
        : random.below(40_000) * (row % 2 === 0 ? 1 : 2 ** 20);
      if (!map.has(key)) map.set(key, row);
      expect(rows.claim(key, row)).toBe(map.get(key));
    }
    expect(map.size).toBeGreaterThan(40_000);
  });
});
