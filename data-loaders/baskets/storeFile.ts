import {closeSync, fstatSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from "node:fs";
import {dirname} from "node:path";
import {crc32} from "node:zlib";
import {readRange} from "../tables/openSource.ts";
import type {Column} from "../tables/columnBuilder.ts";
import type {Baskets, BasketWords} from "./store.ts";

/*
 * The store's file: "CGBASKET", the header's length and its CRC-32 (8 + 4 + 4 bytes), the header (JSON), then the
 * sections, each at a multiple of 8 bytes with a CRC-32 of its own. All numbers little-endian. A file that is not
 * whole, of another format or of another key is no store: it is read as absent and the CSVs are read again.
 */
const MAGIC = "CGBASKET";
const FORMAT = 1;
const FIXED = 16;

const ARRAYS = {
  orderStart: Uint32Array,
  orderNumber: Uint16Array,
  orderSlot: Uint8Array,
  orderGap: Uint16Array,
  itemStart: Uint32Array,
  item: Uint32Array,
  price: Int32Array,
  productDepartment: Uint16Array,
  productAisle: Uint16Array
} as const;

type ArrayName = keyof typeof ARRAYS;

interface Section {
  readonly name: ArrayName;
  readonly offset: number;
  readonly bytes: number;
  readonly crc: number;
}

interface StoreHeader {
  readonly format: number;
  /** Hash of the contents of all sources, of their contracts and of the code. */
  readonly key: string;
  readonly counts: Pick<Baskets, "customers" | "orders" | "items" | "products">;
  readonly sections: readonly Section[];
  readonly words: Omit<BasketWords, "attributes"> & {
    readonly attributes: Readonly<Record<string, PlainColumn>>;
  };
}

type PlainColumn = {
  readonly kind: Column["kind"];
  readonly labels?: readonly string[];
  readonly values: readonly (number | string | null)[];
};

/** Writes the store aside and renames it, so that a killed run leaves nothing that looks whole. */
export function saveStore(path: string, key: string, baskets: Baskets): void {
  const {customers, orders, items, products, words} = baskets;
  const bytesOf = (name: ArrayName): Uint8Array =>
    new Uint8Array(baskets[name].buffer, baskets[name].byteOffset, baskets[name].byteLength);
  let offset = 0;
  const sections = (Object.keys(ARRAYS) as ArrayName[]).map((name): Section => {
    const bytes = bytesOf(name);
    const section = {name, offset, bytes: bytes.length, crc: crc32(bytes)};
    offset += Math.ceil(bytes.length / 8) * 8;
    return section;
  });
  const attributes = Object.fromEntries(
    Object.entries(words.attributes).map(([name, column]) => [name, plain(column)])
  );
  const header: StoreHeader = {
    format: FORMAT,
    key,
    counts: {customers, orders, items, products},
    sections,
    words: {...words, attributes}
  };
  mkdirSync(dirname(path), {recursive: true});
  const aside = `${path}.${process.pid}`;
  const descriptor = openSync(aside, "w");
  try {
    const start = writeHeader(descriptor, header);
    for (const section of sections) writeAll(descriptor, bytesOf(section.name), start + section.offset);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(aside, {force: true});
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(aside, path);
}

function writeHeader(descriptor: number, header: StoreHeader): number {
  const text = Buffer.from(JSON.stringify(header));
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

/** The store in the file, or undefined where there is none that is whole and has this key. */
export function loadStore(path: string, key: string): Baskets | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return undefined;
  }
  try {
    return readStore(descriptor, key);
  } finally {
    closeSync(descriptor);
  }
}

function readStore(descriptor: number, key: string): Baskets | undefined {
  const fixed = Buffer.alloc(FIXED);
  if (readRange(descriptor, 0, FIXED, fixed) < FIXED || fixed.toString("latin1", 0, 8) !== MAGIC)
    return undefined;
  const length = fixed.readUInt32LE(8);
  if (length > fstatSync(descriptor).size) return undefined;
  const text = Buffer.alloc(length);
  if (readRange(descriptor, FIXED, FIXED + length, text) < length || crc32(text) !== fixed.readUInt32LE(12))
    return undefined;
  const header = JSON.parse(text.toString("utf8")) as StoreHeader;
  if (header.format !== FORMAT || header.key !== key) return undefined;
  const start = sectionsStart(length);
  const arrays: Partial<Record<ArrayName, unknown>> = {};
  for (const section of header.sections) {
    const bytes = new Uint8Array(new SharedArrayBuffer(section.bytes));
    if (
      readRange(descriptor, start + section.offset, start + section.offset + section.bytes, bytes) <
      section.bytes
    )
      return undefined;
    if (crc32(bytes) !== section.crc) return undefined;
    arrays[section.name] = new (ARRAYS[section.name] as new (buffer: SharedArrayBuffer) => unknown)(
      bytes.buffer
    );
  }
  const attributes = Object.fromEntries(
    Object.entries(header.words.attributes).map(([name, column]) => [name, fromPlain(column)])
  );
  return {...header.counts, ...(arrays as Pick<Baskets, ArrayName>), words: {...header.words, attributes}};
}

function plain(column: Column): PlainColumn {
  if (column.kind === "numbers")
    return {
      kind: column.kind,
      values: Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
    };
  if (column.kind === "categories")
    return {kind: column.kind, labels: column.labels, values: Array.from(column.codes)};
  return {kind: column.kind, values: column.values.map((value) => value ?? null)};
}

function fromPlain({kind, labels, values}: PlainColumn): Column {
  if (kind === "numbers")
    return {
      kind,
      values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)))
    };
  if (kind === "categories") return {kind, labels: labels ?? [], codes: Int32Array.from(values, Number)};
  return {kind, values: values.map((value) => (value === null ? undefined : String(value)))};
}
