import {closeSync, openSync} from "node:fs";
import {UserError} from "../config/problem.ts";
import type {TableContract} from "../config/sources.ts";
import {decodeUtf8} from "./decodeUtf8.ts";
import {readRange} from "./openSource.ts";
import type {SourceFile} from "./openSource.ts";
import {readHeader} from "./readHeader.ts";
import type {Header} from "./readHeader.ts";
import {splitRecords} from "./splitRecords.ts";

const LONGEST_HEADER = 1 << 16;
const NEWLINE = 10;

/** The checked header of a big file and the first byte after it. */
export function readFirstLine(
  contract: TableContract,
  file: SourceFile
): {header: Header; firstLine: number} {
  const bytes = firstBytes(file);
  const newline = bytes.indexOf(NEWLINE);
  const end = newline < 0 ? bytes.length : newline;
  const text = decodeUtf8(bytes.subarray(0, end), file.name, newline < 0);
  if (newline < 0 && bytes.length === LONGEST_HEADER)
    throw new UserError({
      file: file.name,
      line: 1,
      message: "has no line end in its first 64 kB; is it a CSV?"
    });
  const header = readHeader(contract, headerFields(text, file.name, newline < 0), file.name);
  return {header, firstLine: Math.min(end + 1, file.size)};
}

function firstBytes(file: SourceFile): Uint8Array {
  const bytes = new Uint8Array(LONGEST_HEADER);
  const descriptor = openSync(file.path, "r");
  try {
    return bytes.subarray(0, readRange(descriptor, 0, LONGEST_HEADER, bytes));
  } finally {
    closeSync(descriptor);
  }
}

function headerFields(line: string, file: string, isWholeFile: boolean): readonly string[] {
  const {records, broken} = splitRecords(line.endsWith("\r") ? line.slice(0, -1) : line);
  if (records.length === 0 && broken.length === 0 && isWholeFile)
    throw new UserError({file, message: "is empty; a header line was expected"});
  const message = broken[0] ? `the header can't be read: ${broken[0].reason}` : headerProblem(records.length);
  if (message !== undefined) throw new UserError({file, line: 1, message});
  return records[0]!.fields;
}

function headerProblem(records: number): string | undefined {
  if (records === 0) return "the first line is blank; a header line was expected";
  return records > 1
    ? "its lines end in carriage returns alone; save it as “CSV UTF-8”, which ends them in line feeds"
    : undefined;
}
