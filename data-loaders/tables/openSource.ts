import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync
} from "node:fs";
import {createHash} from "node:crypto";
import {join, resolve} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {UserError} from "../config/problem.ts";
import type {TableContract, TableName} from "../config/sources.ts";

/** A CSV on disk, unpacked if it was gzipped. */
export interface SourceFile {
  /** As the user knows it: `orders.csv` or `orders.csv.gz`. */
  readonly name: string;
  /** Where plain CSV bytes can be read. */
  readonly path: string;
  readonly size: number;
}

/** The files of a data folder; tables that may be absent are. */
export type SourceFiles = Readonly<Partial<Record<TableName, SourceFile>>>;

/** The file of a table, or undefined when it is optional and not there. `<file>.gz` stands in for `<file>`. */
export async function openSource(
  contract: TableContract,
  folder: string,
  cacheFolder: string
): Promise<SourceFile | undefined> {
  const name = sourceName(contract, folder);
  if (name === undefined) return undefined;
  const given = join(folder, name);
  const path = name.endsWith(".gz") ? await unpacked(given, name, cacheFolder) : given;
  return {name, path, size: statSync(path).size};
}

/**
 * The file name under which a table stands in the folder.
 * @throws UserError when a required table is not there, or is a folder.
 */
export function sourceName(contract: TableContract, folder: string): string | undefined {
  for (const name of [contract.file, `${contract.file}.gz`]) {
    const found = statSync(join(folder, name), {throwIfNoEntry: false});
    if (found?.isDirectory())
      throw new UserError({
        file: join(folder, name),
        message: "is a folder; put the file itself in its place"
      });
    if (found) return name;
  }
  if (contract.optional) return undefined;
  throw new UserError({
    file: join(folder, contract.file),
    message: `is not there; it holds the ${contract.name} (config/sources.yaml tables.${contract.name}.file)`
  });
}

/** A change within a file system's clock tick of the reading could go unseen. */
export const CLOCK_TICK_MS = 20;

/** Unpacks a gzipped file once into the cache; the big readers need plain bytes at any position. */
async function unpacked(path: string, name: string, cacheFolder: string): Promise<string> {
  const {size, mtimeNs, ctimeNs, ctimeMs, ino} = statSync(path, {bigint: true});
  const folder = join(cacheFolder, "unpacked");
  const source = shortHash(resolve(path));
  const target = join(folder, `${source}-${shortHash([size, mtimeNs, ctimeNs, ino].join())}.csv`);
  const before = statSync(target, {throwIfNoEntry: false});
  if (before && before.mtimeMs - Number(ctimeMs) > CLOCK_TICK_MS) return target;
  mkdirSync(folder, {recursive: true});
  const aside = `${target}.${process.pid}`;
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(aside));
  } catch (error) {
    rmSync(aside, {force: true});
    throw new UserError({file: name, message: `is not a whole gzip file (${(error as Error).message})`});
  }
  dropOlder(folder, source);
  renameSync(aside, target);
  return target;
}

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Takes away what was unpacked of an earlier content of the same file; it may be large. */
function dropOlder(folder: string, source: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(source) && name.endsWith(".csv")) rmSync(join(folder, name), {force: true});
  }
}

/** The system reads at most 2 GB in one call. */
const MOST_AT_ONCE = 2 ** 30;

/** Bytes `[from, to)` of an open file, fewer at its end. */
export function readRange(descriptor: number, from: number, to: number, into: Uint8Array): number {
  let filled = 0;
  while (filled < to - from) {
    const got = readSync(descriptor, into, filled, Math.min(to - from - filled, MOST_AT_ONCE), from + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

/** A whole small file. */
export function readWhole(path: string): Uint8Array {
  const descriptor = openSync(path, "r");
  try {
    const {size} = fstatSync(descriptor);
    const bytes = new Uint8Array(size);
    return bytes.subarray(0, readRange(descriptor, 0, size, bytes));
  } finally {
    closeSync(descriptor);
  }
}
