import {existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {digestOf} from "../manifest/digestOf.ts";
import {asideOf} from "./asidePaths.ts";
import {pointLatest} from "./pointLatest.ts";
import {compareVersions, isVersion, latestOf} from "./versionNumber.ts";
import {versionsPage} from "./versionsPage.ts";
import {versionsSheet} from "./versionsSheet.ts";

/** Grain: one entry per version under dist. */
export interface VersionEntry {
  readonly version: string;
  readonly date: string;
  readonly title: string;
  /** By which a change of the manifest itself is found. */
  readonly manifest_sha256?: string;
}

/** `versions.json`: lowest version first. */
export interface VersionIndex {
  readonly latest?: string;
  readonly versions: readonly VersionEntry[];
}

/**
 * Makes everything beside the versions say what folders there are: `versions.json`, the page of all versions, the sheet
 * that tells readers of older ones, and last `latest`. A version whose publishing was killed half-way is taken in. Of
 * folders that are known nothing is read, so that this costs the same for two versions and two hundred.
 */
export function settleIndex(dist: string): VersionIndex {
  const index = versionIndex(dist);
  const files = {
    "versions.json": `${JSON.stringify(index, undefined, 2)}\n`,
    "versions.css": versionsSheet(index),
    "index.html": versionsPage(index, siteSheet(dist, index.latest))
  };
  for (const [name, content] of Object.entries(files)) replaceFile(dist, name, content);
  if (index.latest !== undefined) pointLatest(dist, index.latest);
  return index;
}

/** The versions there are, by their folders. */
export function versionIndex(dist: string): VersionIndex {
  const listed = new Map(listedVersions(dist).map((entry) => [entry.version, entry]));
  const versions = versionFolders(dist).flatMap((version) => {
    const entry = listed.get(version) ?? entryOf(join(dist, version));
    return entry ? [entry] : [];
  });
  versions.sort((a, b) => compareVersions(a.version, b.version));
  const latest = latestOf(versions.map(({version}) => version));
  return {...(latest !== undefined && {latest}), versions};
}

/** Names of the folders that are called like versions. */
export function versionFolders(dist: string): string[] {
  if (!existsSync(dist)) return [];
  return readdirSync(dist, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && isVersion(entry.name))
    .map(({name}) => name);
}

/** Nothing where there is no list, or none that can be read: the folders themselves say it then. */
function listedVersions(dist: string): readonly VersionEntry[] {
  try {
    const {versions} = JSON.parse(readFileSync(join(dist, "versions.json"), "utf8")) as VersionIndex;
    return versions.map(({version, date, title, manifest_sha256}) => ({
      version,
      date,
      title,
      ...(manifest_sha256 !== undefined && {manifest_sha256})
    }));
  } catch {
    return [];
  }
}

function entryOf(folder: string): VersionEntry | undefined {
  try {
    const content = readFileSync(join(folder, "manifest.json"), "utf8");
    const {version, date, title} = JSON.parse(content) as VersionEntry;
    return {version, date, title, manifest_sha256: digestOf(content)};
  } catch {
    return undefined;
  }
}

/** Address of the latest version's style sheet, which the page of all versions borrows. */
function siteSheet(dist: string, latest: string | undefined): string | undefined {
  const assets = join(dist, latest ?? "", "assets");
  if (latest === undefined || !existsSync(assets)) return undefined;
  const name = readdirSync(assets).find((file) => /^site\.[0-9a-f]+\.css$/.test(file));
  return name && `${latest}/assets/${name}`;
}

/** By a rename, so that a reader finds the old content or the new; not at all when nothing changes. */
function replaceFile(dist: string, name: string, content: string): void {
  const path = join(dist, name);
  if (existsSync(path) && readFileSync(path, "utf8") === content) return;
  const aside = asideOf(dist, "file");
  try {
    writeFileSync(aside, content);
    renameSync(aside, path);
  } finally {
    rmSync(aside, {force: true});
  }
}
