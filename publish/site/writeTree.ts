import {mkdirSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {dirname, join, relative, sep} from "node:path";
import type {FileTree} from "./sourceTree.ts";

/**
 * Makes a folder hold exactly these files. A file whose bytes are the same is left alone, so that a running
 * preview sees only what changed; a changed one is put in place whole by a rename.
 * @param keep top folders that are not ours to tidy
 * @returns paths written or removed, sorted
 */
export function writeTree(folder: string, tree: FileTree, keep: readonly string[] = []): string[] {
  const stale = filesIn(folder, keep).filter((path) => !tree.has(path));
  for (const path of stale) rmSync(join(folder, path));
  const changed = [...tree].filter(([path, content]) => !holds(join(folder, path), content));
  for (const [path, content] of changed) replaceFile(join(folder, path), content);
  return [...stale, ...changed.map(([path]) => path)].sort();
}

/** Paths of all files in a folder, with `/`, sorted; none when it does not exist. */
export function filesIn(folder: string, except: readonly string[] = []): string[] {
  return entriesIn(folder)
    .map((path) => relative(folder, path).split(sep).join("/"))
    .filter((path) => !except.some((name) => path === name || path.startsWith(`${name}/`)))
    .sort();
}

/** Gives every file of the tree one time, so that nothing made from them tells when it was made. */
export function fixTimes(folder: string, tree: FileTree): void {
  for (const path of tree.keys()) utimesSync(join(folder, path), fixedTime, fixedTime);
}

const fixedTime = new Date("2000-01-01T00:00:00Z");

function entriesIn(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
      entry.isDirectory() ? entriesIn(join(folder, entry.name)) : [join(folder, entry.name)]
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function holds(path: string, content: string | Uint8Array): boolean {
  try {
    return readFileSync(path).equals(Buffer.from(content));
  } catch {
    return false;
  }
}

function replaceFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), {recursive: true});
  const aside = `${path}.${process.pid}.new`;
  writeFileSync(aside, content);
  renameSync(aside, path);
}
