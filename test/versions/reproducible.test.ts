import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {filesIn} from "../../publish/site/writeTree.ts";
import {tempFolder} from "../tempFolder.ts";

/*
 * The same code and data publish the same bytes: from another folder, in another time zone and language, with a cold
 * cache and a warm one. Two clones of what is committed, so that both know the same commit.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const minutes = 60_000;
const clones: string[] = [];

// With their packages they take long to remove.
afterAll(() => {
  for (const clone of clones) rmSync(clone, {recursive: true, force: true});
}, 5 * minutes);

function cloneInto(folder: string, from: string): string {
  mkdirSync(folder, {recursive: true});
  const clone = join(folder, "cartograph");
  clones.push(clone);
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", from, clone]);
  // Links where the disk allows, else copies.
  const modules = join(root, "node_modules");
  if (spawnSync("cp", ["-al", modules, clone]).status !== 0) execFileSync("cp", ["-r", modules, clone]);
  return clone;
}

function publish(clone: string, dist: string, env: Record<string, string>): string {
  const {status, stderr} = spawnSync(
    process.execPath,
    ["bin/cartograph.mjs", "report", "--publish", "1.0.0", "--dist", dist],
    {cwd: clone, env: {...process.env, SOURCE_DATE_EPOCH: "1795305600", ...env}, encoding: "utf8"}
  );
  expect(status, stderr).toBe(0);
  return join(dist, "1.0.0");
}

describe.skipIf(!process.env.CARTOGRAPH_FULL)("a version", () => {
  let first: string;
  let clone: string;
  beforeAll(() => {
    const folder = tempFolder();
    clone = cloneInto(folder, root);
    first = publish(clone, join(folder, "dist"), {TZ: "UTC", LC_ALL: "C"});
  }, 10 * minutes);

  const expectSame = (second: string): void => {
    expect(filesIn(second)).toEqual(filesIn(first));
    const differing = filesIn(first).filter(
      (path) => !readFileSync(join(first, path)).equals(readFileSync(join(second, path)))
    );
    expect(differing).toEqual([]);
  };

  it("is the same bytes with a warm cache", {timeout: 10 * minutes}, () => {
    expectSame(publish(clone, join(tempFolder(), "dist"), {TZ: "UTC", LC_ALL: "C"}));
  });

  it("is the same bytes from another folder, time zone and language", {timeout: 10 * minutes}, () => {
    const other = cloneInto(join(tempFolder(), "a/longer path/ä"), clone);
    expectSame(
      publish(other, join(tempFolder(), "elsewhere/dist"), {
        TZ: "Asia/Kathmandu",
        LC_ALL: "de_DE.UTF-8",
        LANG: "de_DE.UTF-8"
      })
    );
  });
});
