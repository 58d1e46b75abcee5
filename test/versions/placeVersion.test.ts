import {mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, expect, test} from "vitest";
import {stageFolder} from "../../publish/versions/asidePaths.ts";
import {DRAFT, placeVersion} from "../../publish/versions/placeVersion.ts";
import {settleIndex} from "../../publish/versions/versionIndex.ts";
import {tempFolder} from "../tempFolder.ts";

let dist: string;
beforeEach(() => {
  dist = join(tempFolder(), "dist");
});

function place(version: string, content = version): Promise<string | undefined> {
  const stage = stageFolder(dist);
  writeFileSync(join(stage, "index.html"), content);
  const entry = {version, date: "2026-11-22", title: "A <report>"};
  writeFileSync(join(stage, "manifest.json"), JSON.stringify(entry));
  return placeVersion(dist, stage, version);
}

const read = (path: string): string => readFileSync(join(dist, path), "utf8");

test("a version is put in its place whole, with a list, a page and a sheet beside it", async () => {
  await place("0.1.0");
  expect(readdirSync(dist).sort()).toEqual([
    "0.1.0",
    "index.html",
    "latest",
    "versions.css",
    "versions.json"
  ]);
  expect(read("latest/index.html")).toBe("0.1.0");
  expect(JSON.parse(read("versions.json"))).toMatchObject({
    latest: "0.1.0",
    versions: [{version: "0.1.0", date: "2026-11-22", title: "A <report>"}]
  });
  expect(read("index.html")).toContain("A &#60;report&#62;");
});

test("what is published is not replaced", async () => {
  await place("0.1.0", "one");
  expect(await place("0.1.0", "another")).toBeUndefined();
  expect(read("0.1.0/index.html")).toBe("one");
});

test("the draft is replaced and is no version", async () => {
  await place(DRAFT, "one");
  await place(DRAFT, "two");
  expect(read("draft/index.html")).toBe("two");
  expect(readdirSync(dist).filter((name) => !name.startsWith("."))).toEqual(["draft"]);
});

test("latest is the highest version, as numbers, whatever was published last", async () => {
  for (const version of ["0.9.0", "0.10.0", "0.2.0"]) await place(version);
  expect(readlinkSync(join(dist, "latest"))).toBe("0.10.0");
  expect(read("versions.css")).toContain('html[data-version]:not([data-version="0.10.0"]) .newer-version');
});

test("a list that is gone or broken is made anew from the folders; a folder that was taken away leaves it", async () => {
  for (const version of ["1.0.0", "1.1.0", "1.2.0"]) await place(version);
  writeFileSync(join(dist, "versions.json"), '{"versions": [');
  rmSync(join(dist, "1.1.0"), {recursive: true});
  settleIndex(dist);
  expect(JSON.parse(read("versions.json")).versions.map(({version}: {version: string}) => version)).toEqual([
    "1.0.0",
    "1.2.0"
  ]);
});

test("a folder called latest, from a system without links, gives way", async () => {
  mkdirSync(join(dist, "latest"), {recursive: true});
  writeFileSync(join(dist, "latest/index.html"), "a redirect");
  await place("1.0.0");
  expect(readlinkSync(join(dist, "latest"))).toBe("1.0.0");
});

test("settling twice writes nothing", async () => {
  await place("1.0.0");
  const before = statSync(join(dist, "versions.json")).mtimeMs;
  settleIndex(dist);
  expect(statSync(join(dist, "versions.json")).mtimeMs).toBe(before);
});
