import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {measureShapes} from "../../data-loaders/config/shapes/measure.ts";
import {UserError} from "../../data-loaders/config/problem.ts";
import {discloseAll} from "../../data-loaders/disclosure/discloseAll.ts";
import {measureValues} from "../../data-loaders/measures/measureValues.ts";
import type {Measure} from "../../data-loaders/config/measures.ts";
import {aggregates} from "../../data-loaders/aggregates/aggregates.ts";
import {dimensioned, randomCustomers} from "../aggregates/randomBaskets.ts";
import {closePools, poolOf} from "../baskets/build.ts";
import {planWorld} from "../publish/plan/planWorld.ts";

closePools();
const AT_LEAST = 10;
const words = {name: "asked", unit: "days", base: "all", says: "a test"} as const;
const ofGroups: readonly Measure[] = [
  {...words, kind: "median", of: "gaps"},
  {...words, kind: "ratio", over: ["spend", "items"]},
  {...words, kind: "ratio", over: ["gap_days", "gaps"]},
  {...words, kind: "total", part: "spend"}
];

describe("a measure", () => {
  it("is of no kind that shows a smallest or largest value", () => {
    expect(Object.keys(measureShapes).sort()).toEqual([
      "count",
      "index",
      "median",
      "penetration",
      "ratio",
      "share",
      "sum"
    ]);
  });

  it.each(["min", "max", "largest", "percentile", "first"])(
    "named %s in the configuration is refused",
    async (kind) => {
      const world = planWorld(60);
      const line = /^ {2}items_per_order: .*$/m.exec(
        readFileSync(`${world.folders.config}/measures.yaml`, "utf8")
      )![0];
      world.edit("config/measures.yaml", [line, line.replace("ratio: [items, orders]", `${kind}: spend`)]);
      await expect(world.publish()).rejects.toThrow(UserError);
    }
  );

  it("says a mean or median only of groups of at least the threshold's customers", async () => {
    let silent = 0;
    for (const [seed, count] of [30, 90, 200].entries()) {
      const {baskets, dimensions} = dimensioned(randomCustomers(seed, count));
      const raw = await aggregates(
        [{by: ["loyalty", "hour"]}, {by: ["both"]}],
        dimensions,
        baskets,
        poolOf(2)
      );
      const shown = discloseAll(raw, dimensions, baskets, {customersAtLeast: AT_LEAST});
      for (const [at, cells] of shown.entries())
        for (const measure of ofGroups) {
          const values = measureValues(measure, cells, {group: cells, groupOf: new Uint32Array(cells.cells)});
          for (const [cell, customers] of raw[at]!.parts.customers.entries()) {
            if (customers === 0 || customers >= AT_LEAST) continue;
            expect(values[cell]).toBeNaN();
            silent++;
          }
        }
    }
    expect(silent).toBeGreaterThan(100);
  });
});
