import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Manifest} from "../../publish/manifest/manifest.ts";
import {planWorld} from "../publish/plan/planWorld.ts";
import {attacksOf} from "./attacks.ts";
import {sizeBounds} from "./sizeBounds.ts";

const {attack} = attacksOf(
  "privacy of sizes",
  "hidden sizes of segments are bounded by all sums of the manifest"
);

async function publishedSizes(customers: number): Promise<Manifest> {
  const world = planWorld(customers);
  return JSON.parse(readFileSync(join(await world.publish(), "manifest.json"), "utf8")) as Manifest;
}

describe("the sizes that a manifest lists", () => {
  let hidden = 0;
  for (const customers of [60, 90, 120, 200, 300])
    attack(`pin no hidden one, of ${customers} customers`, 60_000, async () => {
      const manifest = await publishedSizes(customers);
      const bounds = sizeBounds(manifest);
      for (const {name, grain, segments} of manifest.segmentations) {
        if (grain !== "customer") continue;
        for (const {label, size} of segments) {
          const {low, high} = bounds.get(`${name}/${label}`)!;
          expect(low).toBeLessThanOrEqual(high);
          if (typeof size === "number") expect(size === 0 || size >= 10).toBe(true);
          else {
            hidden++;
            expect(high - low, `${name} ${label}`).toBeGreaterThan(0);
          }
        }
      }
    });

  it("hide some of them at all, and the attack finds what is hidden alone", async () => {
    expect(hidden).toBeGreaterThan(5);
    const manifest = await publishedSizes(300);
    const open = structuredClone(manifest);
    const [region] = open.segmentations.filter(({name}) => name === "region");
    const true_ = region!.segments[1]!.size;
    region!.segments[1]!.size = "covered";
    const {low, high} = sizeBounds(open).get(`region/${region!.segments[1]!.label}`)!;
    expect([low, high]).toEqual([true_, true_]);
  });
});
