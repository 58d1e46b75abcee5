import {closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from "node:fs";
import {dirname} from "node:path";
import {threadId} from "node:worker_threads";
import {crc32} from "node:zlib";
import {readRange} from "../tables/openSource.ts";

/*
 * A file of the cache: "CGBASKET", the header's length and its CRC-32 (8 + 4 + 4 bytes), the header (JSON), then the
 * sections, each at a multiple of 8 bytes with a CRC-32 of its own. All numbers little-endian.
 */
const MAGIC = "CGBASKET";
const FIXED = 16;

export interface Content {
  readonly name: string;
  readonly array: ArrayBufferView;
}

/** What was made piece by piece, written one after another. */
export interface Pieces {
  readonly name: string;
  readonly pieces: readonly ArrayBufferView[];
}

interface Section {
  readonly name: string;
  readonly offset: number;
  readonly bytes: number;
  readonly crc: number;
}

interface Header {
  /** What the file is for: nothing else may be read from it. */
  readonly key: string;
  readonly sections: readonly Section[];
  readonly about: unknown;
}

/**
 * Writes aside and renames, so that a killed run leaves nothing that looks whole. There is no waiting for the disk:
 * what a power cut spoils, the checksums tell. `about` is plain data.
 */
export function writeSections(
  path: string,
  key: string,
  about: unknown,
  contents: readonly (Content | Pieces)[]
): void {
  const parts = contents.map(
    (content) =>
      ("pieces" in content ? content.pieces : [content.array]).map(bytesOf).filter(({length}) => length > 0) // the checksum of nothing would be that of a new beginning
  );
  let offset = 0;
  const sections = parts.map((pieces, at): Section => {
    const bytes = pieces.reduce((sum, {length}) => sum + length, 0);
    const crc = pieces.reduce((before, piece) => crc32(piece, before), 0);
    const section = {name: contents[at]!.name, offset, bytes, crc};
    offset = endOf(section);
    return section;
  });
  mkdirSync(dirname(path), {recursive: true});
  const aside = asideOf(path);
  const descriptor = openSync(aside, "w");
  try {
    const start = writeHeader(descriptor, {key, sections, about});
    for (const [at, pieces] of parts.entries()) {
      let place = start + sections[at]!.offset;
      for (const piece of pieces) {
        writeAll(descriptor, piece, place);
        place += piece.length;
      }
    }
  } catch (error) {
    rmSync(aside, {force: true});
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(aside, path);
}

/** A file that is written while its first section is made. */
export interface SectionStream {
  /** The section's next bytes. */
  readonly add: (bytes: Uint8Array) => void;
  /** Writes the other sections and gives the file its name. */
  readonly finish: (others: readonly Content[]) => void;
  /** Leaves nothing, unless it is finished. */
  readonly drop: () => void;
}

/** So much room for its header, which is written last, has a file that is written as it is made. */
const HEADER_ROOM = 1024;

/** Threads may write the same file at once: each has its own aside, and the last one stays. */
export function streamSections(path: string, key: string, name: string): SectionStream {
  const aside = asideOf(path);
  const start = sectionsStart(HEADER_ROOM);
  const sections: Section[] = [];
  let section: Section = {name, offset: 0, bytes: 0, crc: 0};
  let opened: number | undefined;
  const open = (): number => {
    mkdirSync(dirname(path), {recursive: true});
    return openSync(aside, "w");
  };
  const close = (): void => {
    if (opened !== undefined) closeSync(opened);
    opened = undefined;
  };
  const add = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    opened ??= open();
    writeAll(opened, bytes, start + section.offset + section.bytes);
    section = {...section, bytes: section.bytes + bytes.length, crc: crc32(bytes, section.crc)};
  };
  return {
    add,
    finish(others) {
      for (const {name: next, array} of others) {
        sections.push(section);
        section = {name: next, offset: endOf(section), bytes: 0, crc: 0};
        add(bytesOf(array));
      }
      sections.push(section);
      opened ??= open();
      writeHeader(opened, {key, sections, about: {}}, HEADER_ROOM);
      close();
      renameSync(aside, path);
    },
    drop() {
      if (opened === undefined) return;
      close();
      rmSync(aside, {force: true});
    }
  };
}

/** A name that no other writer has, in this process or another. */
function asideOf(path: string): string {
  asides++;
  return `${path}.${process.pid}-${threadId}-${asides}`;
}

let asides = 0;

const endOf = ({offset, bytes}: Pick<Section, "offset" | "bytes">): number =>
  Math.ceil((offset + bytes) / 8) * 8;

const bytesOf = ({buffer, byteOffset, byteLength}: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** @param room bytes that it fills with blanks */
function writeHeader(descriptor: number, header: Header, room = 0): number {
  const text = Buffer.from(JSON.stringify(header).padEnd(room));
  if (room > 0 && text.length > room) throw new Error(`a header of ${text.length} bytes has no room`);
  const fixed = Buffer.alloc(FIXED);
  fixed.write(MAGIC, "latin1");
  fixed.writeUInt32LE(text.length, 8);
  fixed.writeUInt32LE(crc32(text), 12);
  writeAll(descriptor, fixed, 0);
  writeAll(descriptor, text, FIXED);
  return sectionsStart(text.length);
}

function sectionsStart(headerLength: number): number {
  return Math.ceil((FIXED + headerLength) / 8) * 8;
}

function writeAll(descriptor: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(descriptor, bytes, done, Math.min(bytes.length - done, 2 ** 30), at + done);
}

/** What a file says about itself, and its sections' bytes by name. */
export interface SectionFile {
  readonly about: unknown;
  readonly names: readonly string[];
  /** In memory that threads share; undefined where the section is not as it was written. */
  readonly read: (name: string) => SharedArrayBuffer | undefined;
}

/** The file in `use`, or undefined where there is none that is whole and has this key. */
export function readSections<T>(path: string, key: string, use: (file: SectionFile) => T): T | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return undefined;
  }
  try {
    if (!fstatSync(descriptor).isFile()) return undefined;
    const found = readHeader(descriptor);
    if (!found || found.header.key !== key) return undefined;
    const {sections, about} = found.header;
    return use({
      about,
      names: sections.map(({name}) => name),
      read: (name) => readSection(descriptor, found.start, sections.find((section) => section.name === name)!)
    });
  } finally {
    closeSync(descriptor);
  }
}

function readHeader(descriptor: number): {header: Header; start: number} | undefined {
  const fixed = Buffer.alloc(FIXED);
  if (readRange(descriptor, 0, FIXED, fixed) < FIXED || fixed.toString("latin1", 0, 8) !== MAGIC)
    return undefined;
  const length = fixed.readUInt32LE(8);
  const {size} = fstatSync(descriptor);
  if (length > size) return undefined;
  const text = Buffer.alloc(length);
  if (readRange(descriptor, FIXED, FIXED + length, text) < length || crc32(text) !== fixed.readUInt32LE(12))
    return undefined;
  const header = JSON.parse(text.toString("utf8")) as Header;
  const start = sectionsStart(length);
  const isCut = header.sections.some(({offset, bytes}) => bytes > 0 && start + offset + bytes > size);
  return isCut ? undefined : {header, start};
}

function readSection(descriptor: number, start: number, section: Section): SharedArrayBuffer | undefined {
  const bytes = new Uint8Array(new SharedArrayBuffer(section.bytes));
  const from = start + section.offset;
  if (readRange(descriptor, from, from + section.bytes, bytes) < section.bytes) return undefined;
  return crc32(bytes) === section.crc ? bytes.buffer : undefined;
}
