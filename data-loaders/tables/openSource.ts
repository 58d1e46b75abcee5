import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync
} from "node:fs";
import {createHash} from "node:crypto";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {UserError} from "../config/problem.ts";
import type {TableContract} from "../config/sources.ts";

/** A CSV on disk, unpacked if it was gzipped. */
export interface SourceFile {
  /** As the user knows it: `orders.csv` or `orders.csv.gz`. */
  readonly name: string;
  /** Where plain CSV bytes can be read. */
  readonly path: string;
  readonly size: number;
}

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

/** The file name under which a table stands in the folder. @throws UserError when a required table is not there. */
export function sourceName(contract: TableContract, folder: string): string | undefined {
  for (const name of [contract.file, `${contract.file}.gz`]) if (existsSync(join(folder, name))) return name;
  if (contract.optional) return undefined;
  throw new UserError({
    file: join(folder, contract.file),
    message: `is not there; it holds the ${contract.name} (config/sources.yaml tables.${contract.name}.file)`
  });
}

/** Unpacks a gzipped file once into the cache; the big readers need plain bytes at any position. */
async function unpacked(path: string, name: string, cacheFolder: string): Promise<string> {
  const {size, mtimeMs, ino} = statSync(path);
  const key = createHash("sha256")
    .update(JSON.stringify([path, size, mtimeMs, ino]))
    .digest("hex")
    .slice(0, 16);
  const target = join(cacheFolder, "unpacked", `${key}.csv`);
  if (existsSync(target)) return target;
  mkdirSync(join(cacheFolder, "unpacked"), {recursive: true});
  const aside = `${target}.${process.pid}`;
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(aside));
  } catch (error) {
    throw new UserError({file: name, message: `is not a whole gzip file (${(error as Error).message})`});
  }
  renameSync(aside, target);
  return target;
}

/** Bytes `[from, to)` of an open file, fewer at its end. */
export function readRange(descriptor: number, from: number, to: number, into: Uint8Array): number {
  let filled = 0;
  while (filled < to - from) {
    const got = readSync(descriptor, into, filled, to - from - filled, from + filled);
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
