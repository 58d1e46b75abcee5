import {existsSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {ensureBundledSample} from "../sample/bundledSample.ts";
import {checkCache} from "./checkCache.ts";
import {projectRoot} from "./site/projectRoot.ts";

/** The cache, in the project. */
export const CACHE = ".cache";

/** Where a command reads and writes. */
export interface ReportFolders {
  readonly root: string;
  readonly config: string;
  readonly pages: string;
  /** CSVs: the one named, else data/ where it holds orders, else the bundled sample. */
  readonly data: string;
  readonly cache: string;
  readonly dist: string;
}

export async function reportFolders(data: string | undefined, dist?: string): Promise<ReportFolders> {
  const root = projectRoot();
  const cache = join(root, CACHE);
  checkCache(cache);
  const own = join(root, "data");
  const hasOwn = existsSync(join(own, "orders.csv")) || existsSync(join(own, "orders.csv.gz"));
  return {
    root,
    config: join(root, "config"),
    pages: join(root, "src/pages/content"),
    data: data !== undefined ? resolve(data) : hasOwn ? own : await ensureBundledSample(cache),
    cache,
    dist: dist !== undefined ? resolve(dist) : join(root, "dist")
  };
}

/** A path as the user would type it. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short || ".";
}
