import {UserError} from "../config/problem.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {readRange} from "./openSource.ts";

const OVERHANG = 1 << 16;
const LONGEST_LINE = 1 << 24;
const NEWLINE = 10;

/** The bytes of the lines that start within a part of a file. */
export interface Chunk {
  readonly bytes: Uint8Array;
  /** First byte of the first whole line. */
  readonly start: number;
  /** Lines that start before this byte belong to the chunk. */
  readonly end: number;
}

/**
 * Reads the lines that start in `[from, to)` of a file. A line that began before `from` belongs to the chunk before;
 * the first chunk starts after the header, at `firstLine`. The bytes always end in a newline; they
 * stand in the kernels' memory.
 */
export function readChunk(
  descriptor: number,
  file: string,
  firstLine: number,
  from: number,
  to: number
): Chunk {
  const before = from > 0 ? 1 : 0;
  for (let overhang = OVERHANG; ; overhang *= 4) {
    const wanted = to - from + before + overhang;
    const room = kernelArray(Uint8Array, wanted + 1);
    const got = readRange(descriptor, from - before, to + overhang, room);
    const atEnd = got < wanted;
    const bytes = withNewline(room, got, atEnd);
    const end = Math.min(to - from + before, got);
    if (atEnd || bytes.indexOf(NEWLINE, Math.max(end - 1, 0)) >= 0)
      return {bytes, start: firstStart(bytes, before, firstLine, end), end};
    if (overhang > LONGEST_LINE)
      throw new UserError({
        file,
        message: `has a line of more than ${LONGEST_LINE / 2 ** 20} MB; is it the right file?`
      });
  }
}

function firstStart(bytes: Uint8Array, before: number, firstLine: number, end: number): number {
  if (before === 0) return firstLine;
  const newline = bytes.indexOf(NEWLINE);
  return newline < 0 ? end : newline + 1;
}

function withNewline(bytes: Uint8Array, length: number, atEnd: boolean): Uint8Array {
  if (!atEnd || length === 0 || bytes[length - 1] === NEWLINE) return bytes.subarray(0, length);
  bytes[length] = NEWLINE;
  return bytes.subarray(0, length + 1);
}
