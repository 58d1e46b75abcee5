import {mkdirSync, statSync} from "node:fs";
import {UserError} from "../data-loaders/config/problem.ts";

/** Makes the folder of the cache where there is none. @throws UserError where something else stands in its place */
export function checkCache(cache: string): void {
  try {
    mkdirSync(cache, {recursive: true});
    if (statSync(cache).isDirectory()) return;
  } catch (error) {
    if (!/^(EEXIST|ENOENT|ENOTDIR|ELOOP)$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  throw new UserError({
    file: ".cache",
    message: "is no folder, and Cartograph keeps there what it computed before; move it away and run again"
  });
}
