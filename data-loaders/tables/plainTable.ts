import {isUtf8} from "node:buffer";
import type {TableContract} from "../config/sources.ts";
import {castRow} from "./castRow.ts";
import type {Entry} from "./castRow.ts";
import {decodeUtf8} from "./decodeUtf8.ts";
import type {KeptRows} from "./keptRows.ts";
import {readHeader} from "./readHeader.ts";
import type {Header} from "./readHeader.ts";
import type {Rejects} from "./rejects.ts";
import {lineGrammar, scanLines, startScan} from "./scanLines.ts";
import type {LineGrammar} from "./scanLines.ts";
import {splitRecords} from "./splitRecords.ts";

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** Bytes that are read before new words are looked at. */
const PART = 1 << 15;
const BATCH_ROWS = 1024;
/** In a column of more different words the rest are read the general way. */
const MOST_WORDS = 200;

/**
 * Whether the byte reader can take a small table: whole numbers and categories only, in a file of which every line is
 * a record, since it has neither quotes nor carriage returns.
 */
export function isPlainTable({layout, columns}: TableContract, bytes: Uint8Array): boolean {
  return (
    layout === "long" &&
    columns.every(({type}) => type === "id" || type === "whole" || type === "category") &&
    bytes.indexOf(NEWLINE) > 0 &&
    !bytes.includes(QUOTE) &&
    !bytes.includes(RETURN) &&
    isUtf8(bytes)
  );
}

/**
 * Reads such a table line by line through the byte grammar, and lines that do not fit it the general way. The words of
 * a category become part of the grammar once they are met.
 */
export function readPlainTable(
  contract: TableContract,
  given: Uint8Array,
  file: string,
  kept: KeptRows,
  rejects: Rejects
): {header: Header; rows_in: number} {
  const bytes = withNewline(given);
  const firstLine = bytes.indexOf(NEWLINE) + 1;
  const [first] = splitRecords(decodeUtf8(bytes.subarray(0, firstLine - 1), file)).records;
  const header = readHeader(contract, first?.fields ?? [""], file);
  // One character for each byte, so that lines are cheap to keep and to compare; they are never shown.
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const lineNumbers = new Int32Array(BATCH_ROWS);
  const values = new Float64Array(BATCH_ROWS * header.width);
  const words: string[][] = contract.columns.map((column) => [...(column.values ?? [])]);
  const entryAt = plainEntries(contract, header, values, words);
  const scan = startScan(firstLine);
  let grammar = lineGrammar(contract, header);
  while (scan.at < bytes.length) {
    let {at: start, lines: line} = scan;
    scanLines(bytes, Math.min(start + PART, bytes.length), grammar, scan, values, lineNumbers);
    scan.odd.length = 0;
    const odd: Entry[] = [];
    for (let row = 0; line < scan.lines; line++) {
      const end = bytes.indexOf(NEWLINE, start);
      const isPlain = row < scan.rows && lineNumbers[row] === line;
      const entry = isPlain ? entryAt(row++) : castLine(contract, header, bytes.subarray(start, end));
      if (typeof entry === "string") rejects.add(entry, line + 2);
      else kept.add(entry, line + 2, raw.slice(start, end));
      if (!isPlain && typeof entry !== "string") odd.push(entry);
      start = end + 1;
    }
    if (learn(contract, words, odd)) grammar = withWords(grammar, contract, header, words);
  }
  return {header, rows_in: scan.lines};
}

function withNewline(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Uint8Array.of(NEWLINE)]);
}

const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

function castLine({columns}: TableContract, header: Header, line: Uint8Array): Entry | string {
  return castRow(columns, header, {fields: decoder.decode(line).split(",")});
}

const NONE_ABOVE: readonly string[] = [];

/** The row of a batch as an entry, which is the same object each time. */
function plainEntries(
  {columns}: TableContract,
  {width, positions}: Header,
  values: Float64Array,
  words: readonly (readonly string[])[]
): (row: number) => Entry {
  const isWorded = columns.map(({type}) => type === "category");
  const row = new Array<number | string | undefined>(positions.length);
  const entry: Entry = {row, above: NONE_ABOVE};
  return (at) => {
    for (let column = 0; column < row.length; column++) {
      const value = positions[column]! < 0 ? Number.NaN : values[at * width + positions[column]!]!;
      row[column] = Number.isNaN(value) ? undefined : isWorded[column] ? words[column]![value] : value;
    }
    return entry;
  };
}

/** Adds the words of a batch's odd lines, longest first, so that none hides another that begins like it. */
function learn({columns}: TableContract, words: string[][], odd: readonly Entry[]): boolean {
  let hasLearned = false;
  for (const [at, {type, values}] of columns.entries()) {
    if (type !== "category" || values) continue;
    const known = new Set(words[at]);
    for (const {row} of odd) if (row[at] !== undefined && known.size < MOST_WORDS) known.add(String(row[at]));
    if (known.size === words[at]!.length) continue;
    words[at] = [...known].sort((a, b) => b.length - a.length);
    hasLearned = true;
  }
  return hasLearned;
}

function withWords(
  grammar: LineGrammar,
  {columns}: TableContract,
  {positions}: Header,
  words: readonly (readonly string[])[]
): LineGrammar {
  const encoder = new TextEncoder();
  const encoded = [...grammar.words];
  for (const [at, {type, values}] of columns.entries())
    if (type === "category" && !values)
      encoded[positions[at]!] = words[at]!.map((word) => encoder.encode(word));
  return {...grammar, words: encoded};
}
