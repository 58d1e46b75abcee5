import {appendFileSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import type {UserError} from "../../data-loaders/config/problem.ts";
import {problemLine} from "../../data-loaders/config/problem.ts";
import {verifyCommand} from "../../publish/manifest/verifyCommand.ts";
import {planWorld} from "./plan/planWorld.ts";

function found(folder: string): string[] {
  try {
    verifyCommand(folder, {write: () => true});
    return [];
  } catch (error) {
    return (error as UserError).problems.map((problem) => problemLine(problem).replace(`${folder}/`, ""));
  }
}

test("a version as it was published is whole; whatever is changed, missing or added is named", async () => {
  const folder = await planWorld().publish();
  expect(found(folder)).toEqual([]);
  const csv = join(folder, "data/loyalty-orders.csv");
  const content = readFileSync(csv, "utf8");
  writeFileSync(csv, content.replace("New", "Old"));
  writeFileSync(join(folder, "more.txt"), "");
  rmSync(join(folder, "changes.json"));
  expect(found(folder)).toEqual([
    "changes.json: is missing",
    `data/loyalty-orders.csv: was changed: ${content.length} bytes now, ${content.length} when it was published`,
    "more.txt: was added"
  ]);
});

test("a changed manifest is found by the list beside the versions", async () => {
  const folder = await planWorld().publish();
  appendFileSync(join(folder, "manifest.json"), "\n");
  expect(found(folder)).toEqual(["manifest.json: was changed: versions.json knows another digest of it"]);
});
