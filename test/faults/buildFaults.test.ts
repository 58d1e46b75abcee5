import {execFileSync, spawnSync} from "node:child_process";
import {cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {scoreOf} from "../hostile/score.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";
import {digestsOf, projectCopy} from "./projectCopy.ts";
import type {ProjectCopy, Run, RunOptions} from "./projectCopy.ts";

/*
 * What may befall the real command while it builds and publishes. After each: what was published is byte-identical, no
 * process is left, and the next build publishes the very bytes of one that nothing befell.
 */
const minutes = 60_000;
const KILLS = 16;
const score = scoreOf(
  "build faults",
  "the real command is killed, or its disk, environment or output is spoilt"
);
const canMount = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

describe.skipIf(!process.env.CARTOGRAPH_FULL)("a build", () => {
  let project: ProjectCopy;
  /** What is published before, and with the version that is to come. */
  let first: string;
  let clean: ReadonlyMap<string, string>;
  let seconds: number;
  let cacheSize: number;
  const random = seeded(11);

  const publish = (options?: RunOptions): Promise<Run> =>
    project.run(["report", "--publish", "1.0.1"], options);
  const dropCache = (): void => rmSync(join(project.folder, ".cache"), {recursive: true, force: true});

  beforeAll(async () => {
    project = projectCopy();
    expect(await project.run(["report", "--publish", "1.0.0"])).toMatchObject({status: 0, left: []});
    first = join(tempFolder(), "dist");
    cpSync(project.dist, first, {recursive: true, verbatimSymlinks: true});
    dropCache();
    const run = await publish();
    expect(run.status, run.told).toBe(0);
    seconds = run.seconds;
    cacheSize = sizeOf(join(project.folder, ".cache"));
    clean = digestsOf(project.dist);
  }, 3 * minutes);
  afterAll(() => project?.remove());
  beforeEach(() => {
    rmSync(project.dist, {recursive: true, force: true});
    cpSync(first, project.dist, {recursive: true, verbatimSymlinks: true});
  });

  /** All of the clean build's files, and maybe some of others. */
  function expectClean(dist = project.dist): void {
    const now = digestsOf(dist);
    if ([...clean].some(([path, digest]) => now.has(path) && now.get(path) !== digest)) score.note("silent");
    expect(new Map([...now].filter(([path]) => clean.has(path)))).toEqual(clean);
  }

  function expectFirst(dist = project.dist): void {
    const now = digestsOf(dist);
    for (const [path, digest] of digestsOf(first)) expect(now.get(path), path).toBe(digest);
    expect(existsSync(join(dist, "1.0.1"))).toBe(false);
  }

  function expectTold({status, told, left}: Run, says: RegExp): void {
    expect(told).toMatch(says);
    expect(told).not.toMatch(/^ +at |fault of Cartograph/m);
    expect({status, left}).toEqual({status: 1, left: []});
  }

  it.each(Array.from({length: KILLS}, (_, kill) => [kill]))(
    "killed at moment %i",
    {timeout: 3 * minutes},
    async (kill) => {
      if (kill % 2 === 0) dropCache();
      const after = (1000 * seconds * (kill + random.next())) / KILLS;
      const {left} = await publish({during: (pid) => void setTimeout(() => killIfThere(pid), after)});
      expect(left).toEqual([]);
      for (const [path, digest] of digestsOf(join(first, "1.0.0")))
        expect(digestsOf(join(project.dist, "1.0.0")).get(path)).toBe(digest);
      const next = await publish();
      expect({status: next.status, left: next.left}, next.told).toEqual({status: 0, left: []});
      expect(digestsOf(project.dist)).toEqual(clean);
      score.note("survived");
    }
  );

  it.each<[string, Record<string, string | undefined>]>([
    ["without HOME", {HOME: undefined}],
    ["with a HOME that is not there", {HOME: "/proc/nowhere/at/all"}],
    ["in Apia", {TZ: "Pacific/Apia"}],
    ["in a time zone that does not exist", {TZ: "Mars/Olympus"}],
    ["in Turkish", {LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr"}],
    ["in a locale that does not exist", {LANG: "xx_XX.KLINGON", LC_ALL: "xx_XX.KLINGON"}],
    ["for production", {NODE_ENV: "production"}]
  ])("%s publishes the same", {timeout: 2 * minutes}, async (_, env) => {
    dropCache();
    const {status, told, left} = await publish({env});
    expect({status, left}, told).toEqual({status: 0, left: []});
    expect(digestsOf(project.dist)).toEqual(clean);
    score.note("survived");
  });

  it("twice at once publishes once", {timeout: 2 * minutes}, async () => {
    dropCache();
    const runs = await Promise.all([publish(), publish()]);
    for (const {status, told, left} of runs) expect({status, left}, told).toEqual({status: 0, left: []});
    expect(runs.filter(({told}) => told.includes("Nothing to do"))).toHaveLength(1);
    expect(digestsOf(project.dist)).toEqual(clean);
    score.note("survived");
  });

  it("into a link to another folder, with files of others in it, keeps these", {
    timeout: 2 * minutes
  }, async () => {
    const elsewhere = join(tempFolder(), "elsewhere");
    cpSync(first, elsewhere, {recursive: true, verbatimSymlinks: true});
    rmSync(project.dist, {recursive: true});
    symlinkSync(elsewhere, project.dist);
    writeFileSync(join(elsewhere, "CNAME"), "report.example");
    mkdirSync(join(elsewhere, "2.0-old"));
    writeFileSync(join(elsewhere, "2.0-old/page.html"), "<p>mine</p>");
    const {status, told} = await publish();
    expect(status, told).toBe(0);
    expectClean(elsewhere);
    const added = [...digestsOf(elsewhere).keys()].filter((path) => !clean.has(path));
    expect(added.sort()).toEqual(["2.0-old/page.html", "CNAME"]);
    rmSync(project.dist);
    score.note("survived");
  });

  describe.skipIf(!canMount)("on a disk that", () => {
    /** In a view of the file system of its own; what is in dist at the end is copied to `after`. */
    const mounted = (mount: string, after: string): readonly string[] => [
      "unshare",
      "-m",
      "sh",
      "-c",
      `${mount} && { "$@"; status=$?; cp -a dist/. ${after}; exit $status; }`,
      "sh"
    ];

    it.each([0.02, 0.3, 0.6, 0.9])(
      "has room for %d of the version is told to be full",
      {timeout: 2 * minutes},
      async (share) => {
        const after = join(tempFolder(), "after");
        mkdirSync(after);
        const room = Math.round(sizeOf(first) + share * sizeOf(join(first, "1.0.0")));
        const mount = `mount -t tmpfs -o size=${room} tmpfs dist && cp -a ${first}/. dist`;
        const run = await publish({under: mounted(mount, after)});
        expectTold(run, /dist: cannot be written: the disk is full \(ENOSPC/);
        expectFirst(after);
        expect((await publish()).status).toBe(0);
        expectClean();
        score.note("survived");
      }
    );

    it.each([0.02, 0.4, 0.7])(
      "has room for %d of the cache is told to be full",
      {timeout: 2 * minutes},
      async (share) => {
        dropCache();
        mkdirSync(join(project.folder, ".cache"));
        const mount = `mount -t tmpfs -o size=${Math.round(share * cacheSize)} tmpfs .cache`;
        const run = await publish({under: mounted(mount, tempFolder())});
        expectTold(run, /cannot be written: the disk is full \(ENOSPC/);
        expectFirst();
        expect((await publish()).status).toBe(0);
        expectClean();
        score.note("survived");
      }
    );

    it.each(["dist", ".cache"])("is read-only for %s is told", {timeout: 2 * minutes}, async (folder) => {
      const mount = `mount --bind ${folder} ${folder} && mount -o remount,ro,bind ${folder}`;
      const run = await publish({under: mounted(mount, tempFolder())});
      expectTold(run, /cannot be written: it lies on a disk that is read-only \(EROFS/);
      expectFirst();
      expect((await publish()).status).toBe(0);
      expectClean();
      score.note("survived");
    });
  });
});

/** On its disk, in bytes. */
function sizeOf(folder: string): number {
  return Number(execFileSync("du", ["-s", "--block-size=1", folder], {encoding: "utf8"}).split("\t")[0]);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had ended.
  }
}
