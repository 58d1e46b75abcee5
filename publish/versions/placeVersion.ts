import {existsSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {asideOf, clearAside} from "./asidePaths.ts";
import {withLock} from "./lock.ts";
import {settleIndex} from "./versionIndex.ts";

/** Name of the folder of what is not published yet. */
export const DRAFT = "draft";

/**
 * Puts a finished stage in its place: one rename, then what lies beside the versions. Killed in between, the version is
 * whole and the next run makes the rest. The draft replaces the one before; a version replaces nothing.
 * @param name a version, or `DRAFT`
 * @returns the folder, or undefined when the version is there already: another process published it meanwhile
 */
export async function placeVersion(dist: string, stage: string, name: string): Promise<string | undefined> {
  return withDist(dist, () => {
    const target = join(dist, name);
    if (existsSync(target)) {
      if (name !== DRAFT) return undefined;
      replaceDraft(dist, stage, target);
      return target;
    }
    renameSync(stage, target);
    if (name !== DRAFT) settleIndex(dist);
    return target;
  });
}

/** Does something while no other process changes what lies in dist. What killed runs left there is cleared away. */
export async function withDist<T>(dist: string, act: () => T | Promise<T>): Promise<T> {
  return withLock(join(dist, ".lock"), () => {
    clearAside(dist);
    return act();
  });
}

function replaceDraft(dist: string, stage: string, target: string): void {
  const old = asideOf(dist, "old");
  renameSync(target, old);
  renameSync(stage, target);
  rmSync(old, {recursive: true, force: true});
}
