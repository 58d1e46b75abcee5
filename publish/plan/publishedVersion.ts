import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import {suggestion} from "../../data-loaders/config/suggestion.ts";
import type {Manifest} from "../manifest/manifest.ts";
import {readManifest} from "../manifest/readManifest.ts";
import {shortPath} from "../reportFolders.ts";
import {versionFolders, versionIndex} from "../versions/versionIndex.ts";

/** A version to compare with. */
export interface PublishedVersion {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What there is to compare with; without a version, why there is none. */
export type FoundVersion = PublishedVersion | {readonly manifest?: undefined; readonly note: string};

/**
 * The version named, by its number or its folder, else the latest one published.
 * @throws UserError when the one named is not there or has no manifest, or a manifest cannot be read
 */
export function publishedVersion(dist: string, named: string | undefined): FoundVersion {
  if (named !== undefined) return namedVersion(dist, named);
  const {latest} = versionIndex(dist);
  if (latest === undefined)
    return {note: "No version is published yet, so that there is nothing to compare with."};
  const folder = join(dist, latest);
  const manifest = readManifest(folder);
  if (manifest) return {folder, manifest};
  return {
    note: `${shortPath(folder)} has no manifest.json (it was built by an older Cartograph), so that there is nothing to compare with.`
  };
}

/** @throws UserError when it is not there or has no manifest, or a manifest cannot be read */
export function namedVersion(dist: string, named: string): PublishedVersion {
  const own = join(dist, named);
  const folder = existsSync(own) ? own : resolve(named);
  const manifest = readManifest(folder);
  if (manifest) return {folder, manifest};
  if (existsSync(folder))
    throw new UserError({
      file: shortPath(folder),
      message: "has no manifest.json; it is not a version to compare with"
    });
  const known = versionFolders(dist);
  const hint = suggestion(named, known) || "; none is published yet";
  throw new UserError({
    file: "command line",
    message: `${named}: no such version or folder${hint}`
  });
}
