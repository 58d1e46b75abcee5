import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {digestOf} from "../../publish/manifest/digestOf.ts";
import {filesIn} from "../../publish/site/writeTree.ts";
import {stageFolder} from "../../publish/versions/asidePaths.ts";
import {planWorld} from "../publish/plan/planWorld.ts";
import type {PlanWorld} from "../publish/plan/planWorld.ts";
import {seeded} from "../seeded.ts";
import {tempFolder} from "../tempFolder.ts";

/*
 * What may befall a project between two builds. After each: what was published is byte-identical, the next build
 * succeeds, and it says the very same as one that nothing befell.
 */
const minute = 60_000;
const random = seeded(9);

const cacheFiles = ({folders}: PlanWorld): string[] =>
  filesIn(folders.cache).map((path) => join(folders.cache, path));

function eachCacheFile(world: PlanWorld, spoil: (path: string) => void): void {
  const files = cacheFiles(world);
  expect(files.length).toBeGreaterThan(0);
  files.forEach(spoil);
}

function withEnv(changes: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

const FAULTS: Readonly<Record<string, (world: PlanWorld) => void>> = {
  "no HOME": () => withEnv({HOME: undefined}),
  "a HOME that is not there": () => withEnv({HOME: "/proc/nowhere/at/all"}),
  "an odd time zone": () => withEnv({TZ: "Pacific/Apia"}),
  "a time zone that does not exist": () => withEnv({TZ: "Mars/Olympus"}),
  "a Turkish locale": () => withEnv({LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8"}),
  "every file of the cache empty": (world) => eachCacheFile(world, (path) => truncateSync(path, 0)),
  "every file of the cache half-written": (world) =>
    eachCacheFile(world, (path) => truncateSync(path, Math.floor(statSync(path).size / 2))),
  "every file of the cache a byte short": (world) =>
    eachCacheFile(world, (path) => truncateSync(path, Math.max(0, statSync(path).size - 1))),
  "every file of the cache garbage of the same size": (world) =>
    eachCacheFile(world, (path) =>
      writeFileSync(path, Buffer.from(Array.from({length: statSync(path).size}, () => random.below(256))))
    ),
  "one byte changed in every file of the cache": (world) =>
    eachCacheFile(world, (path) => {
      const bytes = readFileSync(path);
      const at = random.below(Math.max(1, bytes.length));
      if (bytes.length > 0) bytes[at] = bytes[at]! ^ 0x5a;
      writeFileSync(path, bytes);
    }),
  "the cache of another data set under these names": (world) => {
    const other = cacheFiles(world);
    const contents = other.map((path) => readFileSync(path));
    for (const [at, path] of other.entries()) writeFileSync(path, contents[(at + 1) % contents.length]!);
  },
  "no cache folder any more": ({folders}) => rmSync(folders.cache, {recursive: true}),
  "every file of the cache from another version of Cartograph": (world) =>
    eachCacheFile(world, (path) => {
      const bytes = readFileSync(path);
      // The header's key names data and code.
      const at = bytes.indexOf('"key":"');
      if (at >= 0) bytes[at + 7] = bytes[at + 7] === 0x30 ? 0x31 : 0x30;
      writeFileSync(path, bytes);
    }),
  "a clock that was ahead: what was kept is older than its data": ({folders}) => {
    const later = new Date(Date.now() + 3 * 86_400_000);
    for (const path of filesIn(folders.data)) utimesSync(join(folders.data, path), later, later);
  },
  "a clock that went back: all files from tomorrow": ({folders}) => {
    const later = new Date(Date.now() + 86_400_000);
    for (const folder of [folders.cache, folders.data, folders.config, folders.dist])
      for (const path of filesIn(folder)) utimesSync(join(folder, path), later, later);
  },
  "files from 1970": ({folders}) => {
    for (const path of filesIn(folders.data)) utimesSync(join(folders.data, path), 0, 0);
  },
  "files of somebody else in the output": ({folders}) => {
    writeFileSync(join(folders.dist, "CNAME"), "report.example");
    mkdirSync(join(folders.dist, "2.0-old"));
    writeFileSync(join(folders.dist, "2.0-old/page.html"), "<p>mine</p>");
    writeFileSync(join(folders.dist, ".nojekyll"), "");
  },
  "an output that is a link to another folder": ({folders}) => {
    const elsewhere = join(tempFolder(), "elsewhere");
    renameSync(folders.dist, elsewhere);
    symlinkSync(elsewhere, folders.dist);
  },
  "a cache that is a link to another folder": ({folders}) => {
    const elsewhere = join(tempFolder(), "elsewhere");
    renameSync(folders.cache, elsewhere);
    symlinkSync(elsewhere, folders.cache);
  },
  "what a killed build left in the output": ({folders}) => {
    const own = stageFolder(folders.dist);
    const dead = own.replace(/-\d+-\d*$/, "-99999999-1");
    renameSync(own, dead);
    writeFileSync(join(dead, "half.csv"), "a,b\n1,");
  }
};

const score = {survived: 0, cases: Object.keys(FAULTS).length, silent: 0};
afterAll(() => {
  console.log(`faults: ${score.survived}/${score.cases} survived, ${score.silent} silent`);
  const folder = process.env.CARTOGRAPH_SCORES;
  if (!folder) return;
  mkdirSync(folder, {recursive: true});
  const says = "environment, cache, clock and output are spoilt between two builds";
  writeFileSync(join(folder, "faults.json"), JSON.stringify({suite: "faults", says, ...score}));
});

/** Everything in the output but what is written anew with each version, by digest. */
function standing(dist: string): ReadonlyMap<string, string> {
  const kept = filesIn(dist).filter(
    (path) => !/^(latest$|latest\/|versions\.|index\.html|\.building)/.test(path)
  );
  return new Map(kept.map((path) => [path, digestOf(readFileSync(join(dist, path)))]));
}

/** What a version says, but for its number and the version before it. */
function said(folder: string): unknown {
  const {
    version: _,
    predecessor: __,
    files: ___,
    config: ____,
    ...manifest
  } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  return JSON.parse(JSON.stringify({...manifest, resolved_config: undefined, made_of: undefined}));
}

for (const [fault, befall] of Object.entries(FAULTS))
  it(`${fault}: nothing published changes, and the next build says the same`, {timeout: minute}, async () => {
    const env = {...process.env};
    const world = planWorld(120);
    const first = await world.publish("1.0.0");
    befall(world);
    const before = standing(world.folders.dist);
    try {
      const second = await world.publish("1.0.1");
      const now = standing(world.folders.dist);
      for (const [path, digest] of before) expect(now.get(path), path).toBe(digest);
      if (JSON.stringify(said(second)) !== JSON.stringify(said(first))) score.silent++;
      expect(said(second)).toEqual(said(first));
      expect(existsSync(join(world.folders.dist, "latest"))).toBe(true);
      expect(readdirSync(world.folders.dist).filter((name) => name.startsWith(".building"))).toEqual([]);
      score.survived++;
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
      Object.assign(process.env, env);
    }
  });
