import {describe, expect, it} from "vitest";
import {compareCommand} from "../../../publish/changes/compareCommand.ts";
import type {Plan} from "../../../publish/plan/plan.ts";
import type {PlanWorld} from "../plan/planWorld.ts";
import {planWorld, silent} from "../plan/planWorld.ts";

async function compared(world: PlanWorld, ...names: readonly string[]): Promise<Plan> {
  const texts: string[] = [];
  await compareCommand(world.folders, names, {json: true}, silent, {write: (text) => texts.push(text)});
  return JSON.parse(texts.join("")) as Plan;
}

const causes = ({numbers}: Plan): string[] => [
  ...new Set(numbers!.moved.map(({because}) => because.join(" and ")))
];

describe("compare", () => {
  it("carries out the older definitions on the data of the newer version, over several versions", async () => {
    const world = planWorld();
    await world.publish("1.0.0");
    world.shop(2, 400);
    await world.publish("1.1.0");
    world.edit("config/segments.yaml", ["{ label: Regular, up_to: 4 }", "{ label: Regular, up_to: 3 }"]);
    await world.publish("1.2.0");
    world.edit("config/segments.yaml", ["{ label: Regular, up_to: 3 }", "{ label: Regular, up_to: 5 }"]); // not published
    const plan = await compared(world, "1.0.0", "1.2.0");
    expect([plan.against?.version, plan.now.version]).toEqual(["1.0.0", "1.2.0"]);
    expect(plan.numbers!.told_apart).toBe(true);
    expect(causes(plan).sort()).toEqual(["data", "data and definition"]);
    expect(plan.segmentations.find(({name}) => name === "loyalty")!.flow!.moves.length).toBeGreaterThan(0);
    expect(causes(await compared(world, "1.1.0", "1.2.0"))).toEqual(["definition"]);
  });

  it("tells what the manifests hold when the data is not at hand, and names every cause that may be", async () => {
    const world = planWorld();
    await world.publish("1.0.0");
    world.shop(2, 400);
    world.edit("config/segments.yaml", ["{ label: Regular, up_to: 4 }", "{ label: Regular, up_to: 3 }"]);
    await world.publish("1.1.0");
    await world.publish("1.2.0");
    world.shop(3);
    const far = await compared(world, "1.0.0", "1.2.0");
    expect(far.notes.join(" ")).toMatch(/The data at hand is not that of version 1\.2\.0/);
    expect(far.numbers!.told_apart).toBe(false);
    expect(causes(far)).toEqual(["data and definition"]);
    const near = await compared(world, "1.0.0", "1.1.0"); // its own page told it when it was published
    expect(near.numbers!.told_apart).toBe(true);
  });

  it("refuses anything but two versions that are there", async () => {
    const world = planWorld();
    await world.publish("1.0.0");
    await expect(compared(world, "1.0.0")).rejects.toThrow("two versions are needed");
    await expect(compared(world, "1.0.0", "1.0.9")).rejects.toThrow("1.0.9: no such version or folder");
  });
});
