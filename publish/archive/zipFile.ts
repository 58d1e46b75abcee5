import {crc32, deflateRawSync} from "node:zlib";

/** A file in an archive; the name has `/` between folders. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** 1 January 1980, the first day that a zip can hold: nothing in it tells when it was made. */
const DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const MAKER = 0x031e; // Unix, 3.0: readers then keep the mode
const MODE = (0o100644 << 16) >>> 0;

/**
 * A zip archive (APPNOTE 6.3, without its 64-bit form): the same entries give the same bytes.
 * @throws Error beyond 65,535 entries or 4 GB
 */
export function zipFile(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const {name, content} of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, {level: 9});
    const label = Buffer.from(name, "utf8");
    const facts = common(crc32(bytes), packed.length, bytes.length, label.length);
    const local = Buffer.concat([numbers([4, 0x04034b50], [2, 20]), facts, label]);
    directory.push(
      numbers([4, 0x02014b50], [2, MAKER], [2, 20]),
      facts,
      numbers([2, 0], [2, 0], [2, 0], [4, MODE], [4, offset]),
      label
    );
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const index = Buffer.concat(directory);
  if (entries.length > 0xffff || offset + index.length > 0xffff_ffff)
    throw new Error(`too much for a zip archive: ${entries.length} files, ${offset} bytes`);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length]);
  return Buffer.concat([...parts, index, end, numbers([4, index.length], [4, offset], [2, 0])]);
}

/** What a local header and the directory both say. */
function common(checksum: number, packed: number, size: number, name: number): Buffer {
  return numbers(
    [2, UTF8_NAMES],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
    [4, checksum],
    [4, packed],
    [4, size],
    [2, name],
    [2, 0]
  );
}

/** Whole numbers of two or four bytes, lowest byte first. */
function numbers(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}
