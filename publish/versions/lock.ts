import {linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {setTimeout as pause} from "node:timers/promises";
import {asideOf} from "./asidePaths.ts";
import {hasEnded, markText, ownMark, readMark} from "./processMark.ts";

/** A lock of another machine, or one that can't be read, holds so long. */
const FOREIGN_LOCK_MS = 60 * 60_000;
const LOOK_AGAIN_MS = 100;

/** What is told about other processes. */
export interface LockNews {
  /** Another process holds the lock; told once. */
  readonly onWait?: () => void;
  /** The process that held it last was ended before it was done. */
  readonly onLeft?: () => void;
}

/**
 * Does something while no other process does anything under the same lock; waits for its turn. The lock of a process
 * that was killed is taken over at once.
 * @param path the lock's file; its folder is made when it is not there
 */
export async function withLock<T>(
  path: string,
  act: () => T | Promise<T>,
  {onWait = () => {}, onLeft = () => {}}: LockNews = {}
): Promise<T> {
  mkdirSync(dirname(path), {recursive: true});
  let isToldOf = false;
  while (!take(path)) {
    if (breakStale(path, onLeft)) continue;
    if (!isToldOf) onWait();
    isToldOf = true;
    await pause(LOOK_AGAIN_MS);
  }
  try {
    return await act();
  } finally {
    rmSync(path, {force: true});
  }
}

/** The file appears whole, by a link, with the holder's mark in it: nobody reads an empty lock. */
function take(path: string): boolean {
  const aside = asideOf(dirname(path), "lock");
  writeFileSync(aside, markText(ownMark()));
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    return takeWithoutLinks(path);
  } finally {
    rmSync(aside, {force: true});
  }
}

/** For file systems that know no links. */
function takeWithoutLinks(path: string): boolean {
  try {
    writeFileSync(path, markText(ownMark()), {flag: "wx"});
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EEXIST";

/** Takes a dead holder's lock away. @returns whether it is worth trying again at once */
function breakStale(path: string, onLeft: () => void): boolean {
  const found = holder(path);
  if (!found) return true;
  if (!found.isStale) return false;
  const aside = asideOf(dirname(path), "stale");
  try {
    renameSync(path, aside);
  } catch {
    return true; // another process was first
  }
  // Between the look and the rename another process may have taken it over: it gets its lock back.
  if (textOf(aside) !== found.text) putBack(aside, path);
  else if (found.text !== undefined) onLeft();
  rmSync(aside, {recursive: true, force: true});
  return true;
}

function putBack(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch {
    // A third process holds it by now. What is done under a lock are renames that are each whole in themselves.
  }
}

/** @returns undefined where the lock is not held any more; what is no file, such as a folder, is nobody's lock */
function holder(path: string): {text: string | undefined; isStale: boolean} | undefined {
  const look = lstatSync(path, {throwIfNoEntry: false});
  if (!look) return undefined;
  const text = textOf(path);
  if (text === undefined) return {text, isStale: !look.isFile()};
  const mark = readMark(text);
  const isStale = mark && hasEnded(mark);
  return {text, isStale: isStale ?? Date.now() - look.mtimeMs > FOREIGN_LOCK_MS};
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
