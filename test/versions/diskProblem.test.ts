import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {execFileSync, spawnSync} from "node:child_process";
import {join} from "node:path";
import {build} from "esbuild";
import {beforeAll, expect, test} from "vitest";
import {UserError} from "../../data-loaders/config/problem.ts";
import {diskProblem} from "../../publish/versions/diskProblem.ts";
import {tempFolder} from "../tempFolder.ts";

let loop: string;
beforeAll(async () => {
  loop = join(tempFolder(), "publishLoop.mjs");
  const entryPoints = ["test/versions/publishLoop.ts"];
  await build({
    entryPoints,
    outfile: loop,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "silent"
  });
});

test("what the system refuses is told in words, also where another process passed it on", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
    path: "/d/x"
  });
  const told = diskProblem(full, "dist");
  expect(told).toBeInstanceOf(UserError);
  expect((told as UserError).message).toBe(
    "dist: cannot be written: the disk is full (ENOSPC, /d/x); what was published before stays as it was"
  );
  expect(
    diskProblem(new Error("Framework could not build: EROFS: read-only file system"), "dist")
  ).toBeInstanceOf(UserError);
  const bug = new TypeError("x is not a function");
  expect(diskProblem(bug, "dist")).toBe(bug);
});

test("a file size limit hit in the middle leaves what was published whole", () => {
  const dist = join(tempFolder(), "dist");
  execFileSync(process.execPath, [loop, dist, "0", "2"]);
  const before = readFileSync(join(dist, "versions.json"), "utf8");
  // One block of 1,024 bytes: the first file of the stage is cut off.
  const {status} = spawnSync("bash", [
    "-c",
    `trap '' XFSZ; ulimit -f 1; exec ${process.execPath} ${loop} ${dist} 10 1`
  ]);
  expect(status).not.toBe(0);
  expect(readFileSync(join(dist, "versions.json"), "utf8")).toBe(before);
  expect(existsSync(join(dist, "1.0.10"))).toBe(false);
  execFileSync(process.execPath, [loop, dist, "20", "1"]);
  expect(readdirSync(dist).filter((name) => name.startsWith("."))).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)("a read-only folder leaves what was published whole", () => {
  const dist = join(tempFolder(), "dist");
  execFileSync(process.execPath, [loop, dist, "0", "1"]);
  chmodSync(dist, 0o555);
  const {status, stderr} = spawnSync(process.execPath, [loop, dist, "1", "1"], {encoding: "utf8"});
  chmodSync(dist, 0o755);
  expect(status).not.toBe(0);
  expect(stderr).toContain("EACCES");
  expect(readdirSync(dist)).toContain("1.0.0");
});

test("a folder that can't be made is told", () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "dist"), "a file");
  mkdirSync(join(folder, "other"));
  const {status} = spawnSync(process.execPath, [loop, join(folder, "dist/below"), "1", "1"]);
  expect(status).not.toBe(0);
  expect(readFileSync(join(folder, "dist"), "utf8")).toBe("a file");
});
