import {readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError, problemLine} from "../../data-loaders/config/problem.ts";
import {digestOf} from "../manifest/digestOf.ts";
import type {Manifest} from "../manifest/manifest.ts";
import {readManifest} from "../manifest/readManifest.ts";
import type {FoundVersion} from "../plan/publishedVersion.ts";
import {versionFolders} from "./versionIndex.ts";
import {predecessorOf} from "./versionNumber.ts";

/** The version that comes before: the only one of which anything is read. A manifest that can't be read is told, no more. */
export function predecessor(dist: string, version: string | undefined): FoundVersion {
  const before = predecessorOf(version, versionFolders(dist));
  if (before === undefined) return {note: "No version was published before."};
  const folder = join(dist, before);
  try {
    const manifest = readManifest(folder);
    return manifest ? {folder, manifest} : {note: `Version ${before} has no manifest to compare with.`};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {note: error.problems.map(problemLine).join(" ")};
  }
}

/** As the next manifest names it. */
export function predecessorMark(found: FoundVersion): Manifest["predecessor"] {
  if (!found.manifest) return undefined;
  const manifest_sha256 = digestOf(readFileSync(join(found.folder, "manifest.json")));
  return {version: found.manifest.version, manifest_sha256};
}
