import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, rmSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {memoAlbum} from "./memoAlbum.ts";
import {readSections, writeSections} from "./sectionFile.ts";
import type {Content} from "./sectionFile.ts";

/** Arrays as they were kept, with what was said about them. */
export interface Kept {
  readonly about: unknown;
  /** In memory that threads share. */
  readonly arrays: ReadonlyMap<string, SharedArrayBuffer>;
}

/**
 * What was computed of a store before, found by a full description of what it was computed from: with other rules the
 * description is another one, so nothing stale can be found. The store, and with it the code, is part of every key.
 */
export interface Memo {
  /** Whether there is anything to get, if it is not damaged. */
  readonly has: (description: unknown) => boolean;
  readonly get: (description: unknown) => Kept | undefined;
  /** Keeps arrays, from `save` on; they must not change any more. */
  readonly put: (description: unknown, about: unknown, contents: readonly Content[]) => void;
  /** The same, in a file of its own, in the place that is told for the description. */
  readonly putApart: (description: unknown, about: unknown, contents: readonly Content[]) => void;
  /** Where somebody else may keep what has this description. */
  readonly place: (description: unknown) => Place;
  /** Has something computed for the next run, when this one has all that it needs. */
  readonly later: (compute: () => Promise<void>) => void;
  /** Computes what was left for later, one after another, while the threads have nothing else to do. */
  readonly prepare: () => Promise<void>;
  readonly save: () => void;
}

export interface Place {
  readonly path: string;
  readonly key: string;
}

/** Put and not yet saved. */
interface Waiting {
  readonly key: string;
  readonly about: unknown;
  readonly contents: readonly Content[];
}

const ALBUM = "small.parts";
/** What has fewer bytes stands in the album. */
const SMALL = 65_536;
const STORES_KEPT = 3;
/** Of what this run had no use for. */
const BYTES_KEPT = 256e6;

export function openMemo(cacheFolder: string, storeKey: string): Memo {
  const folder = join(cacheFolder, "memo", storeKey.slice(0, 24));
  const waiting = new Map<string, Waiting>();
  const used = new Set([ALBUM]);
  const left: (() => Promise<void>)[] = [];
  const album = memoAlbum(join(folder, ALBUM), storeKey);
  const keyOf = (description: unknown): string =>
    createHash("sha256")
      .update(JSON.stringify([storeKey, description]))
      .digest("hex");
  const placeOf = (key: string): Place => {
    used.add(`${key.slice(0, 32)}.part`);
    return {path: join(folder, `${key.slice(0, 32)}.part`), key};
  };
  const putApart = (key: string, about: unknown, contents: readonly Content[]): void => {
    waiting.set(placeOf(key).path, {key, about, contents});
  };
  return {
    place: (description) => placeOf(keyOf(description)),
    later: (compute) => void left.push(compute),
    async prepare() {
      for (const compute of left.splice(0)) await compute();
    },
    has(description) {
      const key = keyOf(description);
      if (album.has(key)) return true;
      const {path} = placeOf(key);
      return waiting.has(path) || existsSync(path);
    },
    get(description) {
      const key = keyOf(description);
      const small = album.get(key);
      if (small) return small;
      const {path} = placeOf(key);
      const put = waiting.get(path);
      if (put)
        return {
          about: put.about,
          arrays: new Map(put.contents.map(({name, array}) => [name, shared(array)]))
        };
      return readSections(path, key, ({about, names, read}) => {
        const arrays = names.map((name) => [name, read(name)] as const);
        if (arrays.some(([, buffer]) => buffer === undefined)) return undefined;
        return {about, arrays: new Map(arrays as [string, SharedArrayBuffer][])};
      });
    },
    put(description, about, contents) {
      const bytes = contents.reduce((sum, {array}) => sum + array.byteLength, 0);
      (bytes < SMALL ? album.put : putApart)(keyOf(description), about, contents);
    },
    putApart: (description, about, contents) => putApart(keyOf(description), about, contents),
    save() {
      for (const [path, {key, about, contents}] of waiting) writeSections(path, key, about, contents);
      waiting.clear();
      album.save();
      mkdirSync(folder, {recursive: true});
      dropUnused(folder, used);
      for (const other of byAge(join(cacheFolder, "memo")).slice(STORES_KEPT)) {
        if (other.path !== folder) rmSync(other.path, {recursive: true, force: true});
      }
    }
  };
}

/** No memory at all, for those who compute once. */
export const NO_MEMO: Memo = {
  has: () => false,
  get: () => undefined,
  put: () => undefined,
  putApart: () => undefined,
  place: () => ({path: "", key: ""}),
  later: () => undefined,
  prepare: () => Promise.resolve(),
  save: () => undefined
};

/** The array's bytes alone, for others to read. */
function shared({buffer, byteOffset, byteLength}: ArrayBufferView): SharedArrayBuffer {
  if (buffer instanceof SharedArrayBuffer && buffer.byteLength === byteLength) return buffer;
  const bytes = new Uint8Array(new SharedArrayBuffer(byteLength));
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength));
  return bytes.buffer;
}

function dropUnused(folder: string, used: ReadonlySet<string>): void {
  let bytes = 0;
  for (const {path, size, time} of byAge(folder)) {
    const isBeingWritten = !path.endsWith(".part") && Date.now() - time < AN_HOUR;
    if (used.has(basename(path)) || isBeingWritten) continue;
    bytes += size;
    if (bytes > BYTES_KEPT) rmSync(path, {force: true});
  }
}

const AN_HOUR = 3_600_000;

/** Newest first. */
function byAge(folder: string): {path: string; size: number; time: number}[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({path, stat: statSync(path, {throwIfNoEntry: false})}))
    .flatMap(({path, stat}) => (stat ? [{path, size: stat.size, time: stat.mtimeMs}] : []))
    .sort((a, b) => b.time - a.time || (a.path < b.path ? -1 : 1));
}
