import {describe, expect, it} from "vitest";
import type {Baskets} from "../../../data-loaders/baskets/store.ts";
import type {Assigned} from "../../../data-loaders/segments/assignSegments.ts";
import {isHidden} from "../../../publish/manifest/size.ts";
import {toldCounts} from "../../../publish/plan/toldCounts.ts";
import {seeded} from "../../seeded.ts";

function assigned(codes: readonly number[], segments: number): Assigned {
  const shared = new Uint16Array(new SharedArrayBuffer(2 * codes.length));
  shared.set(codes);
  const labels = Array.from({length: segments}, (_, at) => `Segment ${at}`);
  return {name: "one", title: "One", grain: "customer", labels, ordered: false, codes: shared};
}

/** Two definitions of which the second moves some customers on, and their published sizes. */
function example(seed: number, chance: number) {
  const random = seeded(seed);
  const segments = 2 + random.below(4);
  const customers = segments * (40 + random.below(100));
  const codes = Array.from({length: customers}, () => random.below(segments));
  const moved = codes.map((code) => (random.chance(chance) ? (code + 1) % segments : code));
  const baskets = {
    customers,
    orders: 0,
    products: 0,
    orderStart: new Uint32Array(customers + 1)
  } as unknown as Baskets;
  const [before, now] = [assigned(codes, segments), assigned(moved, segments)];
  const published = before.labels.map((_, code) => codes.filter((each) => each === code).length);
  return {
    before,
    now,
    published,
    baskets,
    partner: [...before.labels.keys()],
    isSameData: true,
    isCross: false
  };
}

describe("toldCounts", () => {
  it("counts flows that add up to the sizes before and now", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const {now, before, flow} = toldCounts({...example(seed, 0.3), atLeast: 1});
      const width = now.length;
      for (const [row, size] of before.entries())
        expect(now.reduce((sum: number, _, column) => sum + Number(flow[row * width + column]), 0)).toBe(
          size
        );
      for (const [column, size] of now.entries())
        expect(before.reduce((sum: number, _, row) => sum + Number(flow[row * width + column]), 0)).toBe(
          size
        );
    }
  });

  it("tells no move of fewer customers than the threshold, and no such difference to what is published", () => {
    let hidden = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const counting = example(seed, 0.04);
      const {now, flow} = toldCounts({...counting, atLeast: 10});
      for (const size of flow) if (!isHidden(size)) expect(size === 0 || size >= 10).toBe(true);
      for (const [code, size] of now.entries()) {
        if (isHidden(size)) hidden++;
        else expect([0, 10].includes(Math.min(10, Math.abs(size - counting.published[code]!)))).toBe(true);
      }
      expect(now.filter(isHidden).length).not.toBe(1);
    }
    expect(hidden).toBeGreaterThan(100);
  });
});
