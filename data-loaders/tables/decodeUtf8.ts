import {UserError} from "../config/problem.ts";

/**
 * The text of a file, without a byte order mark. `isPart` says that more of the file follows, so that a character
 * may be cut at the end. @throws UserError when the bytes are no UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array, file: string, isPart = false): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes, {stream: isPart});
  } catch {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const hint = isZip
      ? "it looks like a spreadsheet; save it as “CSV UTF-8”"
      : "save it as “CSV UTF-8” and try again";
    throw new UserError({file, message: `is not UTF-8 text; ${hint}`});
  }
}
