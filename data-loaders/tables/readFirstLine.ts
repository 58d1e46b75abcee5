import {closeSync, openSync} from "node:fs";
import {UserError} from "../config/problem.ts";
import type {TableContract} from "../config/sources.ts";
import {readRange} from "./openSource.ts";
import type {SourceFile} from "./openSource.ts";
import {readHeader} from "./readHeader.ts";
import type {Header} from "./readHeader.ts";
import {splitRecords} from "./splitRecords.ts";

const LONGEST_HEADER = 1 << 16;

/** The checked header of a big file and the first byte after it. */
export function readFirstLine(
  contract: TableContract,
  file: SourceFile
): {header: Header; firstLine: number} {
  const bytes = new Uint8Array(LONGEST_HEADER);
  const descriptor = openSync(file.path, "r");
  const got = readRange(descriptor, 0, LONGEST_HEADER, bytes);
  closeSync(descriptor);
  if (got === 0) throw new UserError({file: file.name, message: "is empty; a header line was expected"});
  const newline = bytes.subarray(0, got).indexOf(10);
  if (newline < 0 && got === LONGEST_HEADER)
    throw new UserError({
      file: file.name,
      line: 1,
      message: "has no line end in its first 64 kB; is it a CSV?"
    });
  const end = newline < 0 ? got : newline;
  const {records} = splitRecords(new TextDecoder().decode(bytes.subarray(0, end)));
  const fields = records[0]?.fields ?? [];
  return {header: readHeader(contract, fields, file.name), firstLine: Math.min(end + 1, file.size)};
}
