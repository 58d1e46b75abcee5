import {mkdirSync, readdirSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {hasEnded, markText, ownMark, readMark} from "./processMark.ts";

const ASIDE = ".building-";
/** What another machine began and left is cleared away after a day. */
const FOREIGN_MS = 24 * 60 * 60_000;

/** A path of this process's own, in the folder and so on the disk of what it is to become. @param what small letters */
export function asideOf(folder: string, what: string): string {
  return join(folder, `${ASIDE}${what}-${markText(ownMark())}`);
}

/** An empty folder inside dist in which a version is built; what killed runs left in dist is removed. */
export function stageFolder(dist: string): string {
  mkdirSync(dist, {recursive: true});
  clearAside(dist);
  const stage = asideOf(dist, "version");
  rmSync(stage, {recursive: true, force: true});
  mkdirSync(stage);
  return stage;
}

/** Removes what processes that have ended left in the folder. */
export function clearAside(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(ASIDE) && isLeftOver(folder, name))
      rmSync(join(folder, name), {recursive: true, force: true});
}

function isLeftOver(folder: string, name: string): boolean {
  const mark = readMark(name.slice(ASIDE.length).replace(/^[a-z]+-/, ""));
  try {
    const hasGone = mark && hasEnded(mark);
    return hasGone ?? Date.now() - statSync(join(folder, name)).mtimeMs > FOREIGN_MS;
  } catch {
    return false; // another process was first
  }
}
