import {readFileSync} from "node:fs";
import {UserError} from "./problem.ts";

const LARGEST = 1_000_000;

/** Reads a UTF-8 text file of at most 1 MB. Throws a `UserError` that says why it cannot be read. */
export function readText(path: string, file: string): string {
  const bytes = readBytes(path, file);
  if (bytes.length > LARGEST)
    throw new UserError({file, message: "is larger than 1 MB; is it a configuration file?"});
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw new UserError({file, message: "is not UTF-8 text; save it as plain text with the encoding UTF-8"});
  }
}

function readBytes(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const message = code === "ENOENT" ? "is not there; a report needs this file" : `cannot be read (${code})`;
    throw new UserError({file, message});
  }
}
