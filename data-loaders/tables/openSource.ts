import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync
} from "node:fs";
import {createHash} from "node:crypto";
import {join, resolve} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip, gunzipSync} from "node:zlib";
import {UserError} from "../config/problem.ts";
import type {TableContract, TableName} from "../config/sources.ts";
import {nearest} from "../config/suggestion.ts";

/** A CSV on disk. */
export interface SourceFile {
  /** As the user knows it: `orders.csv` or `orders.csv.gz`. */
  readonly name: string;
  /** Of one of the two big files: where plain CSV bytes can be read. Small files may still be gzipped. */
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
  const isBig = contract.name === "orders" || contract.name === "items";
  const path = isBig && name.endsWith(".gz") ? await unpacked(given, name, cacheFolder) : given;
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
  throw new UserError({file: join(folder, contract.file), message: absent(contract, folder)});
}

function absent({name, file}: TableContract, folder: string): string {
  const place = `config/sources.yaml tables.${name}.file`;
  const stem = (other: string): string => other.replace(/\.csv(\.gz)?$/i, "");
  const others = readdirSync(folder, {withFileTypes: true}).filter(
    (entry) => entry.isFile() && stem(entry.name) !== entry.name
  );
  const nearStem = nearest(
    stem(file),
    others.map((entry) => stem(entry.name))
  );
  const near = others.find((entry) => stem(entry.name) === nearStem)?.name;
  return near === undefined
    ? `is not there; it holds the ${name} (${place})`
    : `is not there; if ${near} holds the ${name}, rename it or write its name in ${place}`;
}

/** @throws UserError when the data folder is not there, or is a file. */
export function checkFolder(folder: string): void {
  const found = statSync(folder, {throwIfNoEntry: false});
  if (!found)
    throw new UserError({file: folder, message: "is not there; a folder with the CSVs was expected"});
  if (!found.isDirectory())
    throw new UserError({file: folder, message: "is no folder; a folder with the CSVs was expected"});
}

/** A change within a file system's clock tick of the reading could go unseen. */
export const CLOCK_TICK_MS = 20;

/** Unpacks a big file once into the cache; its readers need plain bytes at any position. */
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
    throw notWhole(name, error as Error);
  }
  dropOlder(folder, source);
  renameSync(aside, target);
  return target;
}

/** The plain bytes of a gzipped small file, unpacked in memory only: it may hold names. */
export function unpackedBytes(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw notWhole(file, error as Error);
  }
}

const notWhole = (file: string, {message}: Error): UserError =>
  new UserError({file, message: `is not a whole gzip file (${message})`});

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
