import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {publishVersion, stageFolder} from "../../publish/publishVersion.ts";

let dist: string;
beforeEach(() => {
  dist = join(mkdtempSync(join(tmpdir(), "versions-")), "dist");
});
afterEach(() => rmSync(join(dist, ".."), {recursive: true, force: true}));

function publish(version: string, content: string): void {
  const stage = stageFolder(dist);
  writeFileSync(join(stage, "index.html"), content);
  publishVersion(dist, stage, {version, date: "2026-11-22", title: "A report"});
}

test("a version is put in its place whole, and nothing else stays", () => {
  publish("0.1.0", "one");
  expect(readdirSync(dist).sort()).toEqual(["0.1.0", "latest", "versions.json"]);
  expect(readFileSync(join(dist, "latest/index.html"), "utf8")).toBe("one");
  expect(JSON.parse(readFileSync(join(dist, "versions.json"), "utf8"))).toEqual({
    latest: "0.1.0",
    versions: [{version: "0.1.0", date: "2026-11-22", title: "A report"}]
  });
});

test("latest is the highest version, as numbers, whatever was built last", () => {
  for (const version of ["0.9.0", "0.10.0", "0.2.0"]) publish(version, version);
  expect(readlinkSync(join(dist, "latest"))).toBe("0.10.0");
});

test("building a version again replaces it and leaves the others", () => {
  publish("0.1.0", "one");
  publish("0.2.0", "two");
  publish("0.1.0", "one again");
  expect(readFileSync(join(dist, "0.1.0/index.html"), "utf8")).toBe("one again");
  expect(readFileSync(join(dist, "0.2.0/index.html"), "utf8")).toBe("two");
});

test("what a killed run left behind is removed; what a living run works on is not", () => {
  mkdirSync(join(dist, ".building-99999999"), {recursive: true});
  mkdirSync(join(dist, `.building-${process.ppid}`));
  mkdirSync(join(dist, "something-of-the-user"));
  stageFolder(dist);
  expect(readdirSync(dist).sort()).toEqual(
    [`.building-${process.pid}`, `.building-${process.ppid}`, "something-of-the-user"].sort()
  );
});
