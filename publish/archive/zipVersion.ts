import {readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {filesIn} from "../site/writeTree.ts";
import {asideOf} from "../versions/asidePaths.ts";
import {zipFile} from "./zipFile.ts";

/** Packs a version's folder into `<folder>.zip` beside it, whole or not at all. @returns the archive's path */
export function zipVersion(folder: string): string {
  const name = basename(folder);
  const entries = filesIn(folder).map((path) => ({
    name: `${name}/${path}`,
    content: readFileSync(join(folder, path))
  }));
  const aside = asideOf(dirname(folder), "zip");
  try {
    writeFileSync(aside, zipFile(entries));
    renameSync(aside, `${folder}.zip`);
  } finally {
    rmSync(aside, {force: true});
  }
  return `${folder}.zip`;
}
