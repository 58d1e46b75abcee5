import {describe, expect, it} from "vitest";
import {basketWindows} from "../../data-loaders/baskets/basketWindows.ts";
import {kernelMemory} from "../../data-loaders/kernels/kernelMemory.ts";
import {kernelWindow} from "../../data-loaders/kernels/kernelWindow.ts";
import {dimensioned, randomCustomers} from "../aggregates/randomBaskets.ts";

/** As a kernel reads it: addresses wrap around at 2³². */
const numberAt = (place: number, at: number): number =>
  new DataView(kernelMemory.buffer as unknown as ArrayBuffer).getUint32((place + 4 * at) % 2 ** 32, true);

describe("a window on a large array", () => {
  it("has each number where it would stand in the whole array, whatever was seen before", () => {
    const whole = Uint32Array.from({length: 5000}, (_, at) => 3 * at + 1);
    const read = kernelWindow<Uint32Array>(Uint32Array);
    for (const [from, to] of [
      [4990, 5000],
      [0, 100],
      [70, 4000]
    ] as const) {
      const place = read(whole, from, to);
      for (let at = from; at < to; at++) expect(numberAt(place, at)).toBe(whole[at]);
    }
  });

  it("of baskets holds whole customers, each once", () => {
    const {baskets} = dimensioned(randomCustomers(1, 400));
    let next = 7;
    for (const {from, to, fromOrder, toOrder, orderStart, itemStart, item} of basketWindows(
      baskets,
      7,
      350
    )) {
      expect(from).toBe(next);
      next = to;
      expect([fromOrder, toOrder]).toEqual([baskets.orderStart[from], baskets.orderStart[to]]);
      for (let customer = from; customer <= to; customer++)
        expect(numberAt(orderStart, customer)).toBe(baskets.orderStart[customer]);
      for (let order = fromOrder; order <= toOrder; order++)
        expect(numberAt(itemStart, order)).toBe(baskets.itemStart[order]);
      for (let at = baskets.itemStart[fromOrder]!; at < baskets.itemStart[toOrder]!; at++)
        expect(numberAt(item, at)).toBe(baskets.item[at]);
    }
    expect(next).toBe(350);
  });
});
