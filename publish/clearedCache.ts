import {readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../data-loaders/config/problem.ts";

/** What the system says where something else stands in place of a file or folder. */
const IN_THE_WAY = /^(EISDIR|ENOTDIR|EEXIST|ELOOP|ENOTEMPTY|ENOENT)$/;

/**
 * Whether an error was about something that stands in the way within the cache: the cache is emptied then, so that the
 * command can be run once more.
 */
export function clearedCache(error: unknown, cache: string): boolean {
  if (!(error instanceof Error) || error instanceof UserError) return false;
  const {code = "", path = "", dest = ""} = error as NodeJS.ErrnoException & {dest?: string};
  if (!IN_THE_WAY.test(code) || ![path, dest].some((place) => place.startsWith(join(cache, "/"))))
    return false;
  for (const name of readdirSync(cache)) rmSync(join(cache, name), {recursive: true, force: true});
  return true;
}
