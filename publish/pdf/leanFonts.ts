import {deflateSync} from "node:zlib";
import {PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, decodePDFRawStream} from "@cantoo/pdf-lib";
import type {PDFContext} from "@cantoo/pdf-lib";

/** Tables that a PDF's reader uses of a TrueType font whose glyphs are told by their number (ISO 32000-1, 9.9). */
const used = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

const headBytes = 12;
const entryBytes = 16;

/**
 * Leaves out of embedded fonts what only setting type needs: kerning, ligatures, names, the letters of glyphs, which
 * the PDF tells by itself. A third of each font.
 */
export function leanFonts(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const ref = object.get(PDFName.of("FontFile2"));
    const file = context.lookup(ref);
    if (!(ref instanceof PDFRef && file instanceof PDFRawStream)) continue;
    const lean = leanFont(Buffer.from(decodePDFRawStream(file).decode()));
    const packed = deflateSync(lean, {level: 9});
    const dict = {Filter: "FlateDecode", Length1: PDFNumber.of(lean.length)};
    context.assign(ref, context.stream(packed, dict));
  }
}

/** A TrueType font of the tables that are used alone: a directory of tables, each at a place divisible by four. */
export function leanFont(font: Buffer): Buffer {
  const tables = Array.from({length: font.readUInt16BE(4)}, (_, at) => {
    const entry = font.subarray(headBytes + at * entryBytes, headBytes + (at + 1) * entryBytes);
    const [from, length] = [entry.readUInt32BE(8), entry.readUInt32BE(12)];
    return {tag: entry.toString("latin1", 0, 4), entry, content: font.subarray(from, from + length)};
  }).filter(({tag}) => used.includes(tag));
  const directory = Buffer.alloc(headBytes + tables.length * entryBytes);
  font.copy(directory, 0, 0, 4);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(power * entryBytes, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((tables.length - power) * entryBytes, 10);
  const parts: Buffer[] = [directory];
  let place = directory.length;
  tables.forEach(({entry, content}, at) => {
    const own = Buffer.from(entry);
    own.writeUInt32BE(place, 8);
    own.copy(directory, headBytes + at * entryBytes);
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    parts.push(padded);
    place += padded.length;
  });
  return Buffer.concat(parts);
}
