import {expect, it} from "vitest";
import {freeKernelMemory, kernelArray} from "../../data-loaders/kernels/kernelMemory.ts";
import {packRows, unpackRows} from "../../data-loaders/kernels/keptRows.ts";
import {makeRoom, MONEY_ROW, partRows, ROW, SPEND} from "../../data-loaders/aggregates/partRows.ts";
import {seeded} from "../seeded.ts";

const MOST = [1, 127, 128, 16383, 16384, 2 ** 21, 2 ** 28, 2 ** 32 - 1];

/** Rows of three customers, the second without any. */
function randomRows(seed: number, ofOrders: boolean) {
  const random = seeded(seed);
  const rows = partRows();
  const counts = [1 + random.below(20), 0, 1 + random.below(20)];
  const count = counts[0]! + counts[2]!;
  makeRoom(rows, count);
  rows.start.set([0, counts[0]!, counts[0]!, count]);
  const number = (): number => random.below(random.pick(MOST) + 1);
  for (let row = 0; row < count; row++) {
    const items = number();
    const told = [1, items, number(), random.below(items + 1), 0, 0, number()];
    const ofOrder = ofOrders ? [number(), number(), number()] : [0, 0, 0];
    rows.numbers.set([...told, ...ofOrder], row * ROW);
    rows.money[row * MONEY_ROW + SPEND] = random.below(2 ** 32) * random.below(2 ** 21);
  }
  return {rows, count};
}

it("kept rows come back as they were, from the least numbers to the largest", () => {
  for (let seed = 0; seed < 200; seed++) {
    freeKernelMemory();
    const ofOrders = seed % 2 === 0;
    const {rows, count} = randomRows(seed, ofOrders);
    const packed = kernelArray(Uint8Array, 50 * count + 15);
    const end =
      packRows(rows.numbers.byteOffset, rows.start.byteOffset, 3, ofOrders, packed.byteOffset) >>> 0;
    expect(end - packed.byteOffset).toBeLessThanOrEqual(packed.length);
    const back = partRows();
    makeRoom(back, count);
    unpackRows(packed.byteOffset, 3, ofOrders, back.numbers.byteOffset, back.start.byteOffset);
    expect([...back.start.subarray(0, 4)]).toEqual([...rows.start.subarray(0, 4)]);
    expect([...back.numbers.subarray(0, count * ROW)]).toEqual([...rows.numbers.subarray(0, count * ROW)]);
  }
});
