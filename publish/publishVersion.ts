import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";

/** Grain: one entry per version under dist. */
export interface VersionEntry {
  readonly version: string;
  readonly date: string;
  readonly title: string;
}

const STAGE = ".building-";

/** An empty folder inside dist in which a version is built aside; leftovers of runs that were killed are removed. */
export function stageFolder(dist: string): string {
  mkdirSync(dist, {recursive: true});
  for (const name of readdirSync(dist))
    if (name.startsWith(STAGE) && !isAlive(Number(name.slice(STAGE.length))))
      rmSync(join(dist, name), {recursive: true, force: true});
  const stage = join(dist, `${STAGE}${process.pid}`);
  rmSync(stage, {recursive: true, force: true});
  mkdirSync(stage);
  return stage;
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Puts a finished stage in its place, whole: the folder of the version, then `latest`, then `versions.json`. */
export function publishVersion(dist: string, stage: string, entry: VersionEntry): string {
  const target = join(dist, entry.version);
  const old = join(dist, `${STAGE}${process.pid}-old`);
  if (existsSync(target)) renameSync(target, old);
  renameSync(stage, target);
  rmSync(old, {recursive: true, force: true});
  const versions = [
    ...readVersions(dist).filter(({version}) => version !== entry.version && existsSync(join(dist, version))),
    entry
  ].sort(byVersion);
  pointLatest(dist, versions.at(-1)!.version);
  replaceFile(
    join(dist, "versions.json"),
    `${JSON.stringify({latest: versions.at(-1)!.version, versions}, undefined, 2)}\n`
  );
  return target;
}

function readVersions(dist: string): readonly VersionEntry[] {
  try {
    return (
      JSON.parse(readFileSync(join(dist, "versions.json"), "utf8")) as {versions: readonly VersionEntry[]}
    ).versions;
  } catch {
    return [];
  }
}

function byVersion(a: VersionEntry, b: VersionEntry): number {
  const parts = (version: string): number[] => version.split(/[.-]/).map(Number);
  const [left, right] = [parts(a.version), parts(b.version)];
  for (let i = 0; i < 3; i++) if (left[i] !== right[i]) return (left[i] ?? 0) - (right[i] ?? 0);
  return a.version < b.version ? -1 : 1;
}

/** A link made aside and renamed over the old one, so that `latest` is always something. */
function pointLatest(dist: string, version: string): void {
  const aside = join(dist, `${STAGE}${process.pid}-latest`);
  rmSync(aside, {force: true});
  symlinkSync(version, aside, "dir");
  renameSync(aside, join(dist, "latest"));
}

function replaceFile(path: string, content: string): void {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, content);
  renameSync(aside, path);
}
