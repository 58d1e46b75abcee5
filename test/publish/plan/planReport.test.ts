import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {UserError} from "../../../data-loaders/config/problem.ts";
import type {Plan, SegmentationChange} from "../../../publish/plan/plan.ts";
import {planText} from "../../../publish/plan/planText.ts";
import {expectGolden} from "../../golden.ts";
import {planWorld} from "./planWorld.ts";

const text = (plan: Plan): string => planText(plan, {isColoured: false});
const named = ({segmentations}: Plan, name: string): SegmentationChange =>
  segmentations.find((change) => change.name === name)!;
const golden = (name: string): string => join(import.meta.dirname, "golden", name);

const NEW_BIN = ["{ label: Regular, up_to: 4 }", "{ label: Regular, up_to: 3 }"] as const;

describe("planReport", () => {
  it("says so when nothing is published yet, and what a first version would hold", async () => {
    const plan = await planWorld().plan();
    expect(plan.against).toBeUndefined();
    expect(text(plan)).toContain("No version is published yet, so that there is nothing to compare with.");
    expect(plan.segmentations.map(({name, status}) => `${name} ${status}`)).toContain("loyalty added");
  });

  it("says plainly that nothing changes", async () => {
    const world = planWorld();
    await world.publish();
    const plan = await world.plan();
    expect(plan.same).toBe(true);
    expect(plan.segmentations).toEqual([]);
    expect(text(plan)).toContain("Nothing changes: all 4 pages read as they were published.");
  });

  it("counts who moves when a bin changes, and flows add up to sizes", async () => {
    const world = planWorld();
    await world.publish();
    world.edit("config/segments.yaml", NEW_BIN);
    const plan = await world.plan();
    const {because, flow, segments} = named(plan, "loyalty");
    expect(because).toEqual(["definition"]);
    const [move] = flow!.moves;
    expect(move).toMatchObject({from: "Regular", to: "Loyal"});
    expect(flow).toMatchObject({moved: move!.size, moved_at_least: false});
    expect(segments.map(({change}) => change)).toEqual([0, -(move!.size as number), move!.size]);
    expect(segments[1]!.rule).toEqual({
      before: "highest order number above 2, up to and with 4",
      now: "highest order number above 2, up to and with 3"
    });
    expect(plan.findings).toMatchObject([{id: "loyalty-orders", page: "index", status: "changed"}]);
    expect(plan.pages.change).toEqual([{path: "index", title: "Summary"}]);
  });

  it("knows a renamed label by its customers, and the page that moves with it", async () => {
    const world = planWorld();
    await world.publish();
    world.edit("config/segments.yaml", ["label: Mature household", "label: Silver household"]);
    const plan = await world.plan();
    const renamed = named(plan, "profile").segments.find(({status}) => status === "renamed");
    expect(renamed).toMatchObject({label: "Silver household", was: "Mature household", change: 0});
    expect(named(plan, "profile").flow).toMatchObject({moved: 0, moves: []});
    expect(plan.pages.move).toMatchObject([
      {from: {path: "profiles/mature-household"}, to: {path: "profiles/silver-household"}}
    ]);
    expect(plan.pages).toMatchObject({appear: [], vanish: []});
    expect(plan.findings).toMatchObject([{id: "silver-household-measures", status: "changed"}]);
  });

  it("tells segmentations and segments that come, go or get another name", async () => {
    const world = planWorld();
    await world.publish();
    world.edit(
      "config/segments.yaml",
      ["  age_group:\n    title: Age group", "  generation:\n    title: Age group"],
      ["cross: [age_group, region]", "cross: [generation, region]"],
      ["      - { label: Mature household, when: { customer.age: { from: 65 } } }\n", ""],
      [
        "  price_range:",
        "  fans:\n    title: Fans\n    by: orders_placed\n    bins: [{ label: Few, up_to: 5 }, { label: Many }]\n  price_range:"
      ]
    );
    const plan = await world.plan();
    expect(plan.segmentations.map(({name, status}) => [name, status])).toEqual([
      ["generation", "changed"],
      ["fans", "added"],
      ["profile", "changed"]
    ]);
    expect(named(plan, "generation").was).toEqual({name: "age_group", title: "Age group"});
    const gone = named(plan, "profile").segments.find(({status}) => status === "removed");
    expect(gone).toMatchObject({label: "Mature household", rule: {before: "age from 65"}});
    expect(named(plan, "profile").flow!.moves).toMatchObject([
      {from: "Mature household", to: "Everyone else"}
    ]);
    expect(plan.pages.vanish).toEqual([{path: "profiles/mature-household", title: "Mature household"}]);
    expect(plan.findings.find(({status}) => status === "removed")?.page).toBe("profiles/mature-household");
  });

  it("calls a data change a data change, and tells both apart when both happen", async () => {
    const world = planWorld();
    await world.publish();
    world.shop(2, 500);
    const onlyData = await world.plan();
    expect(onlyData.data).toMatchObject({changed: true, read_otherwise: false});
    expect(named(onlyData, "loyalty").because).toEqual(["data"]);
    expect(named(onlyData, "loyalty").flow!.moves).toEqual([]);
    world.edit("config/segments.yaml", NEW_BIN);
    const {because, segments, flow} = named(await world.plan(), "loyalty");
    expect(because).toEqual(["definition", "data"]);
    const [, regular, loyal] = segments;
    const moved = flow!.moves[0]!.size as number;
    expect((regular!.by_old_rule as number) - (regular!.now as number)).toBe(moved);
    expect((loyal!.now as number) - (loyal!.by_old_rule as number)).toBe(moved);
  });

  it("tells nothing of fewer customers than the threshold, in sizes, moves and crosses", async () => {
    const world = planWorld(120);
    await world.publish();
    world.edit("config/segments.yaml", ["{ label: Under 35, below: 35 }", "{ label: Under 35, below: 34 }"]);
    const plan = await world.plan();
    const age = named(plan, "age_group");
    expect(age.flow).toMatchObject({
      moved: "few",
      moves: [{from: "Under 35", to: "35 and over", size: "few"}]
    });
    expect(age.segments).toMatchObject([
      {now: "covered", change: "few"},
      {now: "covered", change: "few"}
    ]);
    for (const {flow, segments} of plan.segmentations) {
      for (const size of [...flow!.moves.map((move) => move.size), ...segments.map(({now}) => now)])
        if (typeof size === "number") expect(size === 0 || size >= 10).toBe(true);
      for (const {change} of segments)
        if (typeof change === "number") expect(Math.abs(change) < 10 && change !== 0).toBe(false);
    }
  });

  it("tells who falls under the threshold and who rises above it", async () => {
    const world = planWorld();
    world.edit("config/segments.yaml", ["customer.age: { from: 65 }", "customer.age: { from: 77 }"]);
    await world.publish();
    world.edit("config/segments.yaml", ["customer.age: { from: 77 }", "customer.age: { from: 65 }"]);
    const rising = named(await world.plan(), "profile").segments;
    expect(rising.find(({label}) => label === "Mature household")?.threshold).toBe("rises above");
    await world.publish("2.0.0");
    world.edit("config/segments.yaml", ["customer.age: { from: 65 }", "customer.age: { from: 77 }"]);
    const falling = named(await world.plan(), "profile").segments;
    expect(falling.find(({label}) => label === "Mature household")).toMatchObject({
      threshold: "falls under",
      now: "few"
    });
  });

  it("prints a tiny case as it was looked at", async () => {
    const world = planWorld();
    await world.publish();
    world.edit(
      "config/segments.yaml",
      NEW_BIN,
      ["label: Parents", "label: Young families"],
      ["below: 35 }", "below: 40 }"],
      ["{ label: 35 and over }", "{ label: 40 and over }"],
      ["baby_share: { above: 20% }", "baby_share: { above: 10% }"]
    );
    world.edit("config/report.yaml", ["version: 1.0.0", "version: 1.1.0"]);
    const plan = await world.plan();
    expectGolden(text(plan), golden("plan.txt"));
    expectGolden(`${JSON.stringify(plan, undefined, 2)}\n`, golden("plan.json"));
    for (const line of text(plan).split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });
});

describe("what can't be compared", () => {
  it("compares sizes only when the old configuration no longer reads, and says where", async () => {
    const world = planWorld();
    const folder = await world.publish();
    const path = join(folder, "config/segments.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("take: max", "take: most"));
    world.edit("config/segments.yaml", NEW_BIN);
    const plan = await world.plan();
    expect(plan.notes[0]).toMatch(/no longer reads, so that sizes are compared and no moves/);
    expect(plan.notes[1]).toMatch(/1\.0\.0\/config\/segments\.yaml:2:\d+ facts\.orders_placed\.take/);
    expect(named(plan, "loyalty").flow).toBeUndefined();
    expect(named(plan, "loyalty").segments[1]!.change).toBeLessThan(0);
  });

  it("goes on without the one old definition that does not fit new data", async () => {
    const world = planWorld();
    world.edit("config/segments.yaml", ["      West: [Utah]", "      West: [Utah, Oregon]"]);
    const folder = await world.publish();
    const path = join(folder, "config/segments.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("[Utah, Oregon]", "[Oregon]"));
    world.edit("config/segments.yaml", NEW_BIN);
    const plan = await world.plan();
    expect(plan.notes.join("\n")).toMatch(/"Utah" \(\d+ customers\) is in no segment/);
    expect(named(plan, "loyalty").flow!.moves).toHaveLength(1);
  });

  it("tells what the edit breaks in the pages, and the moves all the same", async () => {
    const world = planWorld();
    await world.publish();
    world.edit("config/segments.yaml", NEW_BIN);
    world.edit("pages/index.md", ["{{ total.customers }}", "{{ total.custmers }}"]);
    const {plan, problems} = await world.planned();
    expect(problems).toMatchObject([{line: 9}]);
    expect(plan.problems).toHaveLength(1);
    expect(plan.same).toBe(false);
    expect(named(plan, "loyalty").flow!.moves).toHaveLength(1);
  });

  it.each([
    ["{", /manifest\.json: cannot be read .*choose another with --against/],
    ['{"manifest": 99}', /manifest\.json: is not of form 2/],
    ['{"manifest": 2, "version": 3}', /manifest\.json: has no right value at "version"/]
  ])("refuses the manifest %s", async (content, message) => {
    const world = planWorld();
    const folder = await world.publish();
    writeFileSync(join(folder, "manifest.json"), content);
    const error = await world.plan().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
  });

  it("refuses a version that is not there, and names those that are", async () => {
    const world = planWorld();
    await world.publish();
    await expect(world.plan("9.9.9")).rejects.toThrow("9.9.9: no such version or folder; allowed: 1.0.0");
    expect((await world.plan(join(world.folders.dist, "1.0.0"))).same).toBe(true);
  });
});

describe("the manifest", () => {
  it("is the same bytes each time, and holds no small count", async () => {
    const world = planWorld(100);
    const folder = await world.publish();
    const first = readFileSync(join(folder, "manifest.json"), "utf8");
    rmSync(folder, {recursive: true});
    expect(readFileSync(join(await world.publish(), "manifest.json"), "utf8")).toBe(first);
    const {segmentations} = JSON.parse(first) as {
      segmentations: {grain: string; segments: {size: unknown}[]}[];
    };
    for (const {grain, segments} of segmentations) {
      const hidden = segments.filter(({size}) => typeof size === "string");
      expect(hidden.length).not.toBe(1);
      if (grain !== "customer") continue;
      for (const {size} of segments)
        if (typeof size === "number") expect(size === 0 || size >= 10).toBe(true);
    }
  });
});
