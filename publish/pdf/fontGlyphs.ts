import {readFileSync} from "node:fs";
import {brotliDecompressSync} from "node:zlib";

/** Tags a WOFF2 directory writes as a number (W3C WOFF2, 4.1), as far as the one that is looked for. */
const firstTags = ["cmap"];
const glyf = 10;
const loca = 11;

/**
 * Characters that a WOFF2 font has a glyph for, as code points. Only the parts of the format that static web fonts
 * use are read: one font to a file, and a character map of form 4 or 12 (OpenType, cmap).
 * @throws Error when the file is no such font
 */
export function fontGlyphs(file: string): ReadonlySet<number> {
  const font = readFileSync(file);
  if (font.toString("latin1", 0, 4) !== "wOF2") throw new Error(`${file} is no WOFF2 font`);
  const cmap = tableOf(font, "cmap");
  const glyphs = new Set<number>();
  for (let at = 4; at < 4 + 8 * cmap.readUInt16BE(2); at += 8) {
    const map = cmap.subarray(cmap.readUInt32BE(at + 4));
    const form = map.readUInt16BE(0);
    if (form === 4) addSegments(glyphs, map);
    if (form === 12) addGroups(glyphs, map);
  }
  return glyphs;
}

/** A table of a WOFF2 font: the directory tells lengths only, all tables are compressed as one. */
function tableOf(font: Buffer, tag: string): Buffer {
  let at = 48;
  let start = 0;
  let found: {start: number; length: number} | undefined;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  for (let table = 0; table < font.readUInt16BE(12); table++) {
    const flags = font.readUInt8(at++);
    const known = flags & 63;
    const isNamed = known === 63;
    const name = isNamed ? font.toString("latin1", at, at + 4) : firstTags[known];
    if (isNamed) at += 4;
    const original = base128();
    const version = flags >> 6;
    // Outlines are transformed unless their version is 3, all others only when it is not 0.
    const isTransformed = known === glyf || known === loca ? version !== 3 : version !== 0;
    const length = isTransformed ? base128() : original;
    if (name === tag) found = {start, length};
    start += length;
  }
  if (!found) throw new Error(`the font has no table ${tag}`);
  const tables = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  return tables.subarray(found.start, found.start + found.length);
}

function addSegments(glyphs: Set<number>, map: Buffer): void {
  const bytes = map.readUInt16BE(6);
  for (let at = 0; at < bytes; at += 2) {
    const [end, first, delta, offset] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes].map((from) =>
      map.readUInt16BE(from + at)
    ) as [number, number, number, number];
    for (let letter = first; letter <= end && letter < 0xffff; letter++) {
      const place = 16 + 3 * bytes + at + offset + 2 * (letter - first);
      const glyph = offset === 0 ? letter + delta : map.readUInt16BE(place);
      if ((glyph & 0xffff) !== 0) glyphs.add(letter);
    }
  }
}

function addGroups(glyphs: Set<number>, map: Buffer): void {
  for (let group = 0; group < map.readUInt32BE(12); group++) {
    const [first, end] = [map.readUInt32BE(16 + 12 * group), map.readUInt32BE(20 + 12 * group)];
    for (let letter = first; letter <= end; letter++) glyphs.add(letter);
  }
}
