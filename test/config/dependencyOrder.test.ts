import {describe, expect, it} from "vitest";
import {dependencyOrder} from "../../data-loaders/config/segmentations/dependencyOrder.ts";

const uses = (entries: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(entries));

describe("dependencyOrder", () => {
  it("keeps the order where nothing is against it, and puts what is used before its user", () => {
    expect(dependencyOrder(uses({a: [], b: ["d"], c: [], d: ["e"], e: []}))).toEqual({
      order: ["a", "e", "d", "b", "c"],
      circles: []
    });
  });

  it("leaves names that are not there alone", () => {
    expect(dependencyOrder(uses({a: ["customer.age"]}))).toEqual({order: ["a"], circles: []});
  });

  it("names each circle once", () => {
    expect(dependencyOrder(uses({a: ["b"], b: ["c"], c: ["b"], d: ["d"]})).circles).toEqual([
      ["b", "c"],
      ["d"]
    ]);
  });
});
