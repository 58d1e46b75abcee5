import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {setTimeout as pause} from "node:timers/promises";
import {build} from "esbuild";
import {beforeAll, expect, test} from "vitest";
import type {VersionIndex} from "../../publish/versions/versionIndex.ts";
import {settleIndex, versionFolders} from "../../publish/versions/versionIndex.ts";
import {stageFolder} from "../../publish/versions/asidePaths.ts";
import {withDist} from "../../publish/versions/placeVersion.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";

const KILLS = 50;
let loop: string;

beforeAll(async () => {
  loop = join(tempFolder(), "publishLoop.mjs");
  await build({
    entryPoints: ["test/versions/publishLoop.ts"],
    outfile: loop,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "silent"
  });
});

/** Everything a reader could meet is whole: each folder of a version, where latest leads, and the list. */
function expectWhole(dist: string): void {
  for (const version of versionFolders(dist)) {
    const {files} = JSON.parse(readFileSync(join(dist, version, "manifest.json"), "utf8")) as {
      files: string[];
    };
    expect(files).toHaveLength(20);
    for (const file of files) {
      const digest = createHash("sha256")
        .update(readFileSync(join(dist, version, file)))
        .digest("hex");
      expect(basename(file)).toBe(`${digest}.txt`);
    }
  }
  if (!existsSync(join(dist, "versions.json"))) return;
  const index = JSON.parse(readFileSync(join(dist, "versions.json"), "utf8")) as VersionIndex;
  for (const {version} of index.versions) expect(existsSync(join(dist, version, "manifest.json"))).toBe(true);
  if (existsSync(join(dist, "latest")))
    expect(versionFolders(dist)).toContain(readlinkSync(join(dist, "latest")));
}

test(`killed at ${KILLS} random moments, nothing published is lost, half-written or left about`, {
  timeout: 120_000
}, async () => {
  const dist = join(tempFolder(), "dist");
  const random = seeded(7);
  const told: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [loop, dist, String(kill * 1000)]);
    const published: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => published.push(...text.trim().split("\n")));
    const ended = new Promise((resolve) => child.on("close", resolve));
    const isAtWork = await Promise.race([
      new Promise((resolve) => child.stdout.once("data", () => resolve(true))),
      ended
    ]);
    expect(isAtWork).toBe(true);
    await pause(60 * random.next());
    child.kill("SIGKILL");
    await ended;
    told.push(...published);
    expectWhole(dist);
    for (const version of published) expect(existsSync(join(dist, version))).toBe(true);
  }
  expect(told.length).toBeGreaterThan(KILLS);
  await withDist(dist, () => settleIndex(dist));
  expectWhole(dist);
  const index = JSON.parse(readFileSync(join(dist, "versions.json"), "utf8")) as VersionIndex;
  expect(index.versions.map(({version}) => version).sort()).toEqual(versionFolders(dist).sort());
  expect(readdirSync(dist).filter((name) => name.startsWith("."))).toEqual([]);
});

test("several at once wait for each other, and all that they publish is listed", {
  timeout: 60_000
}, async () => {
  const dist = join(tempFolder(), "dist");
  const runs = [0, 100, 200, 300].map(
    (first) =>
      new Promise<number | null>((resolve) =>
        spawn(process.execPath, [loop, dist, String(first), "10"], {stdio: "ignore"}).on("close", resolve)
      )
  );
  expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
  expectWhole(dist);
  const {versions, latest} = JSON.parse(readFileSync(join(dist, "versions.json"), "utf8")) as VersionIndex;
  expect(versions).toHaveLength(40);
  expect(latest).toBe("1.0.309");
  expect(readlinkSync(join(dist, "latest"))).toBe("1.0.309");
  expect(readdirSync(dist).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a loop whose parent is killed ends by itself", {timeout: 30_000}, async () => {
  const dist = join(tempFolder(), "dist");
  const start = `const {spawn} = require("node:child_process");
const child = spawn(process.execPath, [${JSON.stringify(loop)}, ${JSON.stringify(dist)}, "0"], {stdio: ["ignore", "ignore", "ignore"], detached: true});
console.log(child.pid);
setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ["-e", start]);
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once("data", (text) => resolve(Number(text)))
  );
  await expect.poll(() => existsSync(join(dist, "1.0.0")), {timeout: 10_000}).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), {timeout: 5000}).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("what a killed run left is removed; what a living one works on is not", () => {
  const dist = join(tempFolder(), "dist");
  const stage = stageFolder(dist);
  const own = basename(stage);
  const dead = own.replace(/-\d+-\d*$/, "-99999999-1");
  const reborn = own.replace(/-\d*$/, "-1"); // the same number, but another process
  mkdirSync(join(dist, dead));
  mkdirSync(join(dist, reborn));
  mkdirSync(join(dist, "something-of-the-user"));
  writeFileSync(join(dist, ".lock"), dead.replace(".building-version-", ""));
  stageFolder(dist);
  expect(readdirSync(dist).sort()).toEqual([".lock", own, "something-of-the-user"].sort());
});
