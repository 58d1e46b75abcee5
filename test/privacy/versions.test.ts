import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect} from "vitest";
import type {Manifest} from "../../publish/manifest/manifest.ts";
import type {Shop} from "../baskets/shop.ts";
import {randomShop, writeShop} from "../baskets/shop.ts";
import {planWorld} from "../publish/plan/planWorld.ts";
import type {PlanWorld} from "../publish/plan/planWorld.ts";
import {attacksOf} from "./attacks.ts";

const minute = 60_000;
const {attack} = attacksOf("privacy across versions", "the difference of two reports is taken");

function manifestOf(world: PlanWorld, version: string): Manifest {
  return JSON.parse(readFileSync(join(world.folders.dist, version, "manifest.json"), "utf8")) as Manifest;
}

/** A shop without some of its customers who bought something. */
function without(shop: Shop, count: number): Shop {
  const gone = new Set(
    [...new Set(shop.orders.filter(([, , set]) => set === "prior").map(([, user]) => user))].slice(0, count)
  );
  const orders = shop.orders.filter(([, user]) => !gone.has(user));
  const left = new Set(orders.map(([id]) => id));
  return {
    ...shop,
    customers: shop.customers.filter(([user]) => !gone.has(user)),
    orders,
    items: shop.items.filter(([order]) => left.has(order))
  };
}

describe("a later version", () => {
  attack("tells no segment that differs by few customers from a published one", minute, async () => {
    const world = planWorld(300);
    world.edit("pages/index.md", ["by: loyalty", "by: age_group"]);
    await world.publish("1.0.0");
    world.edit("config/segments.yaml", ["{ label: Under 35, below: 35 }", "{ label: Under 35, below: 34 }"]);
    await world.publish("1.1.0");
    const [before, now] = ["1.0.0", "1.1.0"].map((version) => manifestOf(world, version));
    const sizes = ({segmentations}: Manifest) =>
      segmentations.find(({name}) => name === "age_group")!.segments;
    const [was, is] = [sizes(before!), sizes(now!)];
    expect(was.every(({size}) => typeof size === "number")).toBe(true);
    expect(is.map(({size}) => size)).toEqual(["covered", "covered"]);
    const labels = was.map(({label}) => label);
    const told = ({numbers}: Manifest) =>
      numbers.filter((one) => one.labels.some((label) => labels.includes(label)));
    expect(told(before!).length).toBeGreaterThan(0);
    expect(told(now!)).toEqual([]);
  });

  for (const count of [1, 9])
    attack(`is refused where ${count} customers fewer are described, with the way out`, minute, async () => {
      const world = planWorld(300);
      const shop = randomShop(1, {customers: 300});
      await world.publish("1.0.0");
      writeShop(world.folders.data, without(shop, count));
      await expect(world.publish("1.1.0")).rejects.toThrow(
        /nearly the same customers as version 1\.0\.0.*round_counts_to: 5/
      );
      expect(readdirSync(world.folders.dist)).not.toContain("1.1.0");
      world.edit("config/report.yaml", [
        "customers_at_least: 10",
        "customers_at_least: 10, round_counts_to: 5"
      ]);
      await world.publish("1.1.0");
      for (const {size} of manifestOf(world, "1.1.0").segmentations.flatMap(({segments}) => segments))
        if (typeof size === "number") expect(size % 5).toBe(0);
    });

  attack("is published where ten customers fewer are described", minute, async () => {
    const world = planWorld(300);
    await world.publish("1.0.0");
    writeShop(world.folders.data, without(randomShop(1, {customers: 300}), 10));
    await world.publish("1.1.0");
    const [before, now] = ["1.0.0", "1.1.0"].map((version) => manifestOf(world, version));
    for (const {name, grain, segments} of now!.segmentations) {
      if (grain !== "customer") continue;
      const was = before!.segmentations.find((one) => one.name === name)!.segments;
      for (const {label, size} of segments) {
        const old = was.find((one) => one.label === label)!.size;
        if (typeof size !== "number" || typeof old !== "number") continue;
        expect(size === old || Math.abs(size - old) >= 10, `${name} ${label}`).toBe(true);
      }
    }
  });
});
