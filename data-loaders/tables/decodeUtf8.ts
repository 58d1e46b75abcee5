import {UserError} from "../config/problem.ts";

/**
 * The text of a file, without a byte order mark. `isPart` says that more of the file follows, so that a character
 * may be cut at the end. @throws UserError when the bytes are no UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array, file: string, isPart = false): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes, {stream: isPart});
  } catch {
    throw new UserError({file, message: notText(bytes, file)});
  }
}

function notText([first, second]: Uint8Array, file: string): string {
  if (first === 0x1f && second === 0x8b) return `is gzipped; call it ${file}.gz`;
  const isZip = first === 0x50 && second === 0x4b;
  return `is not UTF-8 text; ${isZip ? "it looks like a spreadsheet or a zip file; " : ""}save it as “CSV UTF-8” and try again`;
}
