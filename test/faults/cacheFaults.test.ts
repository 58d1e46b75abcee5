import {execFileSync} from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {filesIn} from "../../publish/site/writeTree.ts";
import {scoreOf} from "../hostile/score.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";
import {digestsOf, projectCopy} from "./projectCopy.ts";
import type {ProjectCopy} from "./projectCopy.ts";

/*
 * Something else stands where the cache's files and folders should: the real command clears it away, or says in words
 * what to do; never a stack, never for ever.
 */
/** Nobody, not even root, can make it. */
const NOWHERE = "/proc/nowhere/at/all";
const minutes = 60_000;
const score = scoreOf("cache faults", "something else stands in place of the cache's files and folders");

const eachFile = (cache: string, act: (path: string) => void): void =>
  filesIn(cache).forEach((path) => {
    rmSync(join(cache, path));
    act(join(cache, path));
  });

const REPAIRED: Readonly<Record<string, (cache: string) => void>> = {
  "folders in place of files": (cache) =>
    eachFile(cache, (path) => {
      mkdirSync(path);
      writeFileSync(join(path, "in.it"), "x");
    }),
  "links to nowhere in place of files": (cache) => eachFile(cache, (path) => symlinkSync(NOWHERE, path)),
  "links to themselves in place of files": (cache) => eachFile(cache, (path) => symlinkSync(path, path)),
  "files in place of folders": (cache) => {
    for (const name of readdirSync(cache)) {
      const path = join(cache, name);
      if (!statSync(path).isDirectory()) continue;
      rmSync(path, {recursive: true});
      writeFileSync(path, "x");
    }
  },
  "links to nowhere in place of folders": (cache) => {
    for (const name of readdirSync(cache)) {
      const path = join(cache, name);
      if (!statSync(path).isDirectory()) continue;
      rmSync(path, {recursive: true});
      symlinkSync(NOWHERE, path);
    }
  },
  "a folder in place of the lock": (cache) => {
    rmSync(join(cache, "building.lock"), {recursive: true, force: true});
    mkdirSync(join(cache, "building.lock"));
  },
  "a link to nowhere in place of the lock": (cache) => {
    rmSync(join(cache, "building.lock"), {recursive: true, force: true});
    symlinkSync(NOWHERE, join(cache, "building.lock"));
  }
};

/** What only a whole build reads. */
const SPOILT: Readonly<Record<string, (cache: string) => void>> = {
  "empty files": (cache) => filesIn(cache).forEach((path) => truncateSync(join(cache, path), 0)),
  "half-written files": (cache) =>
    filesIn(cache).forEach((path) =>
      truncateSync(join(cache, path), Math.floor(statSync(join(cache, path)).size / 2))
    ),
  "files with one byte changed": (cache) => {
    const random = seeded(3);
    for (const path of filesIn(cache)) {
      const bytes = readFileSync(join(cache, path));
      const at = random.below(Math.max(1, bytes.length));
      if (bytes.length > 0) bytes[at] = bytes[at]! ^ 0x5a;
      writeFileSync(join(cache, path), bytes);
    }
  },
  "files with another's content": (cache) => {
    const paths = filesIn(cache).map((path) => join(cache, path));
    const contents = paths.map((path) => readFileSync(path));
    for (const [at, path] of paths.entries()) writeFileSync(path, contents[(at + 1) % contents.length]!);
  }
};

const TOLD: Readonly<Record<string, {spoil: (cache: string) => void; says: RegExp}>> = {
  "a file in place of the cache": {
    spoil: (cache) => writeFileSync(cache, "x"),
    says: /^\.cache: is no folder, and Cartograph keeps there what it computed before; move it away and run again$/m
  },
  "a link to nowhere in place of the cache": {
    spoil: (cache) => symlinkSync(NOWHERE, cache),
    says: /^\.cache: is no folder, /m
  }
};

describe("a cache that holds", () => {
  let project: ProjectCopy;
  let cache: string;
  beforeAll(async () => {
    project = projectCopy({customers: 40});
    cache = join(project.folder, ".cache");
    expect(await project.run(["check"])).toMatchObject({status: 0});
  }, minutes);
  afterAll(() => project?.remove());

  it.each(Object.keys(REPAIRED))("%s is cleared away by a check", {timeout: minutes}, async (name) => {
    REPAIRED[name]!(cache);
    const {status, told, left} = await project.run(["check"]);
    expect({status, left}, told).toEqual({status: 0, left: []});
    expect(told).not.toMatch(/^ +at /m);
    score.note("survived");
  });

  it.each(Object.keys(TOLD))("%s is told", {timeout: minutes}, async (name) => {
    const aside = `${cache}-aside`;
    renameSync(cache, aside);
    TOLD[name]!.spoil(cache);
    const {status, told, left} = await project.run(["check"]);
    rmSync(cache);
    renameSync(aside, cache);
    expect(told).toMatch(TOLD[name]!.says);
    expect(told).not.toMatch(/^ +at /m);
    expect({status, left}).toEqual({status: 1, left: []});
    score.note("survived");
  });

  it.skipIf(!process.env.CARTOGRAPH_FULL)(
    "any of these is cleared away by a build, which publishes the very same",
    {timeout: 5 * minutes},
    async () => {
      const kept = join(tempFolder(), "dist");
      expect(await project.run(["report", "--publish", "1.0.0"])).toMatchObject({status: 0});
      execFileSync("cp", ["-a", project.dist, kept]);
      for (const [name, spoil] of Object.entries({...REPAIRED, ...SPOILT})) {
        spoil(cache);
        rmSync(project.dist, {recursive: true});
        const {status, told, left} = await project.run(["report", "--publish", "1.0.0"]);
        expect({status, left}, `${name}: ${told}`).toEqual({status: 0, left: []});
        expect(digestsOf(project.dist), name).toEqual(digestsOf(kept));
        score.note("survived");
      }
    }
  );
});
