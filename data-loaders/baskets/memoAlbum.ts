import {readSections, writeSections} from "./sectionFile.ts";
import type {Content} from "./sectionFile.ts";
import type {Kept} from "./memo.ts";

/** Small things that were computed, all in one file: opening one for each takes longer than reading it. */
export interface MemoAlbum {
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => Kept | undefined;
  readonly put: (key: string, about: unknown, contents: readonly Content[]) => void;
  readonly save: () => void;
}

interface Entry {
  readonly key: string;
  readonly about: unknown;
  /** Bytes of each array. */
  readonly arrays: readonly {readonly name: string; readonly bytes: number}[];
}

/** An entry's bytes, array after array without gaps. */
interface Held extends Entry {
  readonly bytes: Uint8Array;
}

const BYTES = "bytes";
/** Of what this run had no use for. */
const BYTES_KEPT = 16e6;

/** @param storeKey identity of the store; the file of another one is no album */
export function memoAlbum(path: string, storeKey: string): MemoAlbum {
  let read: Map<string, Held> | undefined;
  const used = new Map<string, Held>();
  let isNew = false;
  const entries = (): Map<string, Held> => {
    read ??= readEntries(path, storeKey);
    return read;
  };
  const find = (key: string): Held | undefined => {
    const found = used.get(key) ?? entries().get(key);
    if (found) used.set(key, found);
    return found;
  };
  return {
    has: (key) => find(key) !== undefined,
    get(key) {
      const found = find(key);
      return found && kept(found);
    },
    put(key, about, contents) {
      isNew = true;
      const arrays = contents.map(({name, array}) => ({name, bytes: array.byteLength}));
      used.set(key, {key, about, arrays, bytes: joined(contents)});
    },
    save() {
      if (!isNew) return;
      let left = BYTES_KEPT;
      const others = [...entries().values()].filter(({key, bytes}) => {
        if (used.has(key)) return false;
        left -= bytes.length;
        return left >= 0;
      });
      const all = [...used.values(), ...others];
      const about = all.map(({bytes: _, ...entry}): Entry => entry);
      writeSections(path, storeKey, about, [{name: BYTES, pieces: all.map(({bytes}) => bytes)}]);
      isNew = false;
    }
  };
}

/** Those used last first. */
function readEntries(path: string, storeKey: string): Map<string, Held> {
  const found = readSections(path, storeKey, ({about, read}) => {
    const buffer = read(BYTES);
    if (!buffer) return undefined;
    let end = 0;
    return (about as readonly Entry[]).map((entry): Held => {
      const start = end;
      for (const {bytes} of entry.arrays) end += bytes;
      return {...entry, bytes: new Uint8Array(buffer, start, end - start)};
    });
  });
  return new Map(found?.map((entry) => [entry.key, entry]));
}

function kept({about, arrays, bytes}: Held): Kept {
  let end = 0;
  const copies = arrays.map(({name, bytes: length}) => {
    end += length;
    const copy = new Uint8Array(new SharedArrayBuffer(length));
    copy.set(bytes.subarray(end - length, end));
    return [name, copy.buffer] as const;
  });
  return {about, arrays: new Map(copies)};
}

function joined(contents: readonly Content[]): Uint8Array {
  const all = new Uint8Array(contents.reduce((sum, {array}) => sum + array.byteLength, 0));
  let end = 0;
  for (const {array} of contents) {
    all.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), end);
    end += array.byteLength;
  }
  return all;
}
