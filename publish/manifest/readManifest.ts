import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../data-loaders/config/problem.ts";
import {shortPath} from "../reportFolders.ts";
import {MANIFEST_FORM, manifestShape} from "./manifest.ts";
import type {Manifest} from "./manifest.ts";

/** The manifest of a version's folder; undefined where it has none. @throws UserError for one that can't be read */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, "manifest.json");
  if (!existsSync(path)) return undefined;
  const file = shortPath(path);
  const {data, error} = manifestShape.safeParse(parsed(path, file));
  if (data) return data;
  const issue = error.issues[0];
  const place = issue?.path.join(".") ?? "";
  const why = place === "manifest" ? `is not of form ${MANIFEST_FORM}` : `has no right value at "${place}"`;
  throw new UserError({file, message: `${why}; ${CURE}`});
}

const CURE = "what that version holds can't be told; choose another with --against";

function parsed(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UserError({file, message: `cannot be read (${(error as Error).message}); ${CURE}`});
  }
}
