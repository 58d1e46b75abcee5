import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {NumberChange} from "../../../publish/changes/numberChanges.ts";
import type {Manifest} from "../../../publish/manifest/manifest.ts";
import type {Plan} from "../../../publish/plan/plan.ts";
import {planWorld} from "../plan/planWorld.ts";

const NEW_BIN = ["{ label: Regular, up_to: 4 }", "{ label: Regular, up_to: 3 }"] as const;

const json = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(join(folder, file), "utf8")) as T;
const changes = (folder: string): Plan => json<Plan>(folder, "changes.json");
const valuesOf = (folder: string): ReadonlyMap<string, number> =>
  new Map(json<Manifest>(folder, "manifest.json").numbers.map(({id, value}) => [id, value]));
const causes = (moved: readonly NumberChange[]): string[] =>
  [...new Set(moved.map(({because}) => because.join(" and ")))].sort();

describe("what changed", () => {
  it("has nothing to say of a first version", async () => {
    const plan = changes(await planWorld().publish("1.0.0"));
    expect(plan.against).toBeUndefined();
    expect(plan.numbers).toBeUndefined();
  });

  it("says so when nothing changed but the number of the version", async () => {
    const world = planWorld();
    await world.publish("1.0.0");
    const plan = changes(await world.publish("1.0.1"));
    expect(plan.against?.version).toBe("1.0.0");
    expect(plan.numbers).toMatchObject({moved: [], added: [], removed: [], verdicts: [], told_apart: true});
    expect(plan.same).toBe(true);
    expect(plan.config).toEqual([]);
  });

  it("names the data for other data, the definition for another definition", async () => {
    const world = planWorld();
    await world.publish("1.0.0");
    world.shop(2, 400);
    const data = changes(await world.publish("1.1.0"));
    expect(data.numbers!.moved.length).toBeGreaterThan(5);
    expect(causes(data.numbers!.moved)).toEqual(["data"]);
    world.edit("config/segments.yaml", NEW_BIN);
    const definition = changes(await world.publish("1.2.0"));
    expect(definition.against?.version).toBe("1.1.0");
    expect(definition.numbers!.moved.length).toBeGreaterThan(0);
    expect(causes(definition.numbers!.moved)).toEqual(["definition"]);
  });

  it("tells both apart by the old definition on the new data, as a version of exactly that shows", async () => {
    const world = planWorld();
    const old = valuesOf(await world.publish("1.0.0"));
    world.shop(2, 400);
    const between = valuesOf(await world.publish("0.9.0")); // old definition, new data; before both
    world.edit("config/segments.yaml", NEW_BIN);
    const folder = await world.publish("1.1.0");
    const {numbers, against} = changes(folder);
    expect(against?.version).toBe("1.0.0");
    expect(numbers!.told_apart).toBe(true);
    expect(causes(numbers!.moved)).toContain("data");
    expect(causes(numbers!.moved)).toContain("data and definition");
    for (const {id, before, by_old_rule, now, because} of numbers!.moved) {
      expect(before).toBe(old.get(id));
      expect(by_old_rule).toBe(between.get(id));
      expect(now).toBe(valuesOf(folder).get(id));
      if (before === by_old_rule) expect(because).toEqual(["definition"]);
      if (now === by_old_rule) expect(because).toEqual(["data"]);
    }
  });

  it("sorts by the relative change, and leaves out what reads the same after rounding", async () => {
    const world = planWorld();
    await world.publish("1.0.0");
    world.shop(2, 360);
    const {moved} = changes(await world.publish("1.1.0")).numbers!;
    const sizes = moved.map(
      ({before, now}) => Math.abs(now - before) / Math.max(Math.abs(before), Math.abs(now))
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const {words} of moved) expect(words.before).not.toBe(words.now);
  });

  it("compares with the highest lower version, and reads no other folder", async () => {
    const world = planWorld();
    for (const version of ["1.0.0", "2.0.0"]) await world.publish(version);
    expect(changes(await world.publish("1.5.0")).against?.version).toBe("1.0.0");
  });

  it("says why when the old definition can't be carried out on the new data", async () => {
    const world = planWorld();
    const folder = await world.publish("1.0.0");
    world.shop(2, 360);
    world.edit("config/segments.yaml", NEW_BIN);
    const page = join(folder, "config/pages/index.md");
    const {writeFileSync} = await import("node:fs");
    writeFileSync(page, readFileSync(page, "utf8").replace("total.customers", "total.nothing"));
    const {numbers, notes} = changes(await world.publish("1.1.0"));
    expect(numbers!.told_apart).toBe(false);
    expect(notes.join(" ")).toMatch(/can’t be carried out on the data of now/);
    expect(causes(numbers!.moved)).toEqual(["data and definition"]);
  });

  it("puts definitions before and now side by side", async () => {
    const world = planWorld();
    await world.publish("1.0.0");
    world.edit("config/segments.yaml", ["take: max", "take: min"]);
    const {definitions} = changes(await world.publish("1.1.0"));
    expect(definitions).toMatchObject(
      [{kind: "fact", before: /max/, now: /count/}].map(() => ({kind: "fact"}))
    );
    expect(definitions[0]!.before).toContain("take: max");
    expect(definitions[0]!.now).toContain("take: min");
  });
});
