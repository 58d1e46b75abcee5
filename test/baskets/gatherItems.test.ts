import {expect, it} from "vitest";
import {chunkItems} from "../../data-loaders/baskets/chunkItems.ts";
import {gatherItems} from "../../data-loaders/baskets/gatherItems.ts";
import {makeIdIndex, setPlace} from "../../data-loaders/baskets/idIndex.ts";
import {stretchesOf} from "../../data-loaders/baskets/itemArena.ts";
import type {ItemArena} from "../../data-loaders/baskets/itemArena.ts";
import {freeKernelMemory} from "../../data-loaders/kernels/kernelMemory.ts";
import {seeded} from "../seeded.ts";

const FIRST = 7;

function arenaOf(rows: number): ItemArena {
  return {
    item: new Uint32Array(new SharedArrayBuffer(4 * rows)),
    runRow: new Uint32Array(new SharedArrayBuffer(4 * rows)),
    runStart: new Uint32Array(new SharedArrayBuffer(4 * rows)),
    nextRun: new Uint32Array(new SharedArrayBuffer(4 * rows))
  };
}

it.each([0, 1, 2, 3, 4, 5])("gathers runs by stretches, each in the order of the file, seed %i", (seed) => {
  freeKernelMemory();
  const {below} = seeded(seed);
  const orders = 40 * (1 + below(5));
  const index = makeIdIndex(orders, 3 * orders);
  for (let row = 0; row < orders; row++) setPlace(index, 3 * row, row); // two of three ids have no order
  const lengths = Array.from({length: below(200)}, () => 1 + below(12));
  const runs = lengths.map((length) => ({
    id: below(3 * orders),
    items: Array.from({length}, () => below(1e6))
  }));
  const found = chunkItems(2500, 1);
  for (const {id, items} of runs) {
    found.runOrder[found.runs] = id;
    found.runStart[found.runs++] = found.items;
    for (const item of items) found.item[found.items++] = item;
  }
  const stretches = {bits: 4, count: Math.ceil(orders / 16)};
  const arena = arenaOf(FIRST + 2600);
  if (runs.length > 0) found.repeating.add(runs.length - 1);
  const {items, starts, noOrder, repeating} = gatherItems(found, {
    arena,
    orders: index,
    stretches,
    first: FIRST
  });
  const kept = runs.filter(({id}) => id % 3 === 0);
  const byStretch = Array.from({length: stretches.count}, (_, stretch) =>
    kept.filter(({id}) => Math.floor(id / 3 / 16) === stretch)
  );
  let run = FIRST;
  for (const [stretch, expected] of byStretch.entries()) {
    expect(starts[stretch]).toBe(run - FIRST);
    for (const {id, items: own} of expected) {
      expect(arena.runRow[run]).toBe(id / 3);
      expect([...arena.item.subarray(arena.runStart[run], arena.runStart[run + 1])]).toEqual(own);
      run++;
    }
  }
  const last = runs.at(-1);
  expect(repeating).toEqual(last && last.id % 3 === 0 ? [last.id / 3] : []);
  expect(starts[stretches.count]).toBe(run - FIRST);
  expect(arena.runStart[run]).toBe(FIRST + items);
  expect(noOrder).toBe(found.items - kept.flatMap((each) => each.items).length);
});

it("cuts orders into so few stretches that all fit into a cache", () => {
  for (const rows of [0, 1, 2 ** 15, 2 ** 15 + 1, 9_000_000, 2 ** 31]) {
    const {bits, count} = stretchesOf(rows);
    expect(count).toBeLessThanOrEqual(512);
    expect(count * 2 ** bits).toBeGreaterThanOrEqual(rows);
  }
});
