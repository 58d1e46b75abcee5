import {isUtf8} from "node:buffer";
import {UserError} from "../config/problem.ts";

const NEWLINE = 10;

/**
 * The text of a file, without a byte order mark. `isPart` says that more of the file follows, so that a character
 * may be cut at the end. @throws UserError when the bytes are no UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array, file: string, isPart = false): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes, {stream: isPart});
  } catch {
    const line = firstBadLine(bytes);
    throw new UserError({file, ...(line > 1 && {line}), message: notText(bytes, file)});
  }
}

/** 1-based line of the first bytes that are no text. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

function notText([first, second]: Uint8Array, file: string): string {
  if (first === 0x1f && second === 0x8b) return `is gzipped; call it ${file}.gz`;
  const isZip = first === 0x50 && second === 0x4b;
  return `is not UTF-8 text; ${isZip ? "it looks like a spreadsheet or a zip file; " : ""}save it as “CSV UTF-8” and try again`;
}
