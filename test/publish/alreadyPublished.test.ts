import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {makeVersion} from "../../publish/versions/makeVersion.ts";
import type {PlanWorld} from "./plan/planWorld.ts";
import {planWorld, silent} from "./plan/planWorld.ts";

const again = async ({folders}: PlanWorld, version?: string): Promise<unknown> => {
  const made = await makeVersion(folders, {version}, silent);
  return "alreadyPublished" in made ? made.alreadyPublished : "made";
};

test("the same version from the same is there already, also when the number comes from the settings", async () => {
  const world = planWorld();
  const written = /^version: (\S+)$/m.exec(
    readFileSync(join(world.folders.config, "report.yaml"), "utf8")
  )![1]!;
  await world.publish(written);
  expect(await again(world, written)).toBe(written);
  expect(await again(world)).toBe(written);
  expect(await again(world, "9.0.0")).toBe("made");
});

test("from anything else it is refused, naming what differs and the next free version", async () => {
  const world = planWorld();
  await world.publish("1.2.0");
  await world.publish("1.2.1");
  world.edit("config/segments.yaml", ["{ label: Regular, up_to: 4 }", "{ label: Regular, up_to: 3 }"]);
  world.edit("pages/index.md", ["# ", "#  "]);
  world.shop(5);
  await expect(again(world, "1.2.0")).rejects.toThrow(
    /1\.2\.0: is published already, and these differ from what it was made of: the data of .*the page index\.md, config\/segments\.yaml; what is published never changes; the next free version is 1\.2\.2: npm run report -- --publish 1\.2\.2/
  );
});

test("a folder without a manifest is not taken for the same", async () => {
  const world = planWorld();
  rmSync(join(await world.publish("1.0.0"), "manifest.json"));
  await expect(again(world, "1.0.0")).rejects.toThrow(
    "has no manifest, so that nobody can say what it was made of"
  );
});
