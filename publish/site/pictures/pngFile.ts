import {crc32} from "node:zlib";
import type {DrawnPixels} from "./browser/drawPixels.ts";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Pixels as a PNG with a palette of 8 bits (PNG specification, third edition, sections 5 and 11). */
export function pngFile({width, height, palette, rows}: DrawnPixels): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // bits, colours by palette
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", Buffer.from(rows, "base64")),
    chunk("IEND", Buffer.alloc(0))
  ]);
}

/** Length, name, content, and a check sum of name and content. */
function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
