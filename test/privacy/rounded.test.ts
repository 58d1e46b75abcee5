import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect} from "vitest";
import type {Manifest} from "../../publish/manifest/manifest.ts";
import {attacksOf} from "./attacks.ts";
import {ASKED, askFor, auditedWorld} from "./auditor/auditedWorld.ts";

const {attack} = attacksOf(
  "privacy of rounding",
  "rounded reports are searched for a count that is not rounded"
);

const ANALYSES: readonly string[] = [
  "id: top\nfinding: Few bring much\nmeasure: orders\nchart: concentration",
  "id: relate\nfinding: They go together\nby: [loyalty, region, age_group]\nchart: matrix",
  "id: explain\nfinding: It explains\nby: [loyalty, region]\nmeasure: [orders_per_customer]\nchart: matrix"
];

describe("a report whose counts are rounded", () => {
  for (const [seed, customers] of [133, 211].entries())
    attack(`of ${customers} customers says none that is not`, 60_000, async () => {
      const world = auditedWorld(seed, customers);
      askFor(world, ASKED, ANALYSES);
      world.edit("config/report.yaml", [
        "customers_at_least: 10",
        "customers_at_least: 10, round_counts_to: 5"
      ]);
      const folder = await world.publish();
      const {numbers, segmentations} = JSON.parse(
        readFileSync(join(folder, "manifest.json"), "utf8")
      ) as Manifest;
      for (const id of ["top", "relate", "explain"]) expect(numbers.map(({figure}) => figure)).toContain(id);
      const counts = ["customers", "orders", "items"];
      for (const {id, n, unit, value} of numbers) {
        expect(n % 5, id).toBe(0);
        if (counts.includes(unit)) expect(value % 5, id).toBe(0);
      }
      for (const {name, segments} of segmentations)
        for (const {size} of segments) if (typeof size === "number") expect(size % 5, name).toBe(0);
    });
});
