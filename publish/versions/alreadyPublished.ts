import {existsSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import type {MadeOf} from "../manifest/madeOf.ts";
import {differences} from "../manifest/madeOf.ts";
import {readManifest} from "../manifest/readManifest.ts";
import {shortPath} from "../reportFolders.ts";
import {versionFolders} from "./versionIndex.ts";
import {nextFree} from "./versionNumber.ts";

const TOLD = 8;

/**
 * Whether this version is published already, from the very same data, configuration, pages and code.
 * @throws UserError when it is published and was made of something else: what is published never changes
 */
export function alreadyPublished(dist: string, version: string, now: MadeOf): boolean {
  const folder = join(dist, version);
  if (!existsSync(folder)) return false;
  const free = nextFree(version, versionFolders(dist));
  const cure = `what is published never changes; the next free version is ${free}: npm run report -- --publish ${free}`;
  const manifest = readManifest(folder);
  if (!manifest)
    throw new UserError({
      file: shortPath(folder),
      message: `is there already and has no manifest, so that nobody can say what it was made of; ${cure}`
    });
  const differing = differences(manifest.made_of, now);
  if (differing.length === 0) return true;
  const more = differing.length > TOLD ? ` and ${differing.length - TOLD} more` : "";
  throw new UserError({
    file: shortPath(folder),
    message: `is published already, and these differ from what it was made of: ${differing.slice(0, TOLD).join(", ")}${more}; ${cure}`
  });
}
