import {expect, it} from "vitest";
import {changesOfRounded} from "./roundedWorld.ts";

it("rounds every count of segments and moves where the settings round counts", async () => {
  const counts = await changesOfRounded(5);
  expect(counts.length).toBeGreaterThan(10);
  expect(counts.filter((count) => count % 5 !== 0)).toEqual([]);
});
