import {describe, expect, it} from "vitest";
import {LIMITS, packItem, positionOf, productOf, reorderedOf} from "../../data-loaders/baskets/store.ts";

describe("packItem", () => {
  it("keeps product, position and reordered up to the store's limits", () => {
    for (const product of [0, 1, 49_692, 65_536, LIMITS.products]) {
      for (const position of [0, 1, 145, LIMITS.cartPosition]) {
        for (const reordered of [0, 1]) {
          const item = packItem(product, position, reordered);
          expect([productOf(item), positionOf(item), reorderedOf(item)]).toEqual([
            product,
            position,
            reordered
          ]);
          expect(item).toBe(Uint32Array.of(item)[0]);
        }
      }
    }
  });
});
