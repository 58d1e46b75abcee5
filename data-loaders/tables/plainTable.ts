import {isUtf8} from "node:buffer";
import type {TableContract} from "../config/sources.ts";
import {kernelWindow} from "../kernels/kernelWindow.ts";
import {castRow} from "./castRow.ts";
import type {Entry} from "./castRow.ts";
import {decodeUtf8} from "./decodeUtf8.ts";
import {cellGrammars} from "./cellGrammars.ts";
import {keptRows} from "./keptRows.ts";
import type {PlainRows} from "./keptRows.ts";
import {lineBatch} from "./lineBatch.ts";
import type {LineBatch} from "./lineBatch.ts";
import {isBare, lineGrammar} from "./lineGrammar.ts";
import type {CellGrammar} from "./lineGrammar.ts";
import {readHeader} from "./readHeader.ts";
import type {Header} from "./readHeader.ts";
import {Rejects} from "./rejects.ts";
import {scanLines, startScan} from "./scanLines.ts";
import {lineFields, splitRecords} from "./splitRecords.ts";
import type {ReadRows} from "./readRows.ts";

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** Line of the first row, after the header. */
const FIRST_ROW = 2;
/** Bytes that are read before new words are looked at, and where the last so many held none. */
const PART = 1 << 15;
const LARGE_PART = 1 << 18;
const BATCH_ROWS = 4096;
/** In a column of more different words the rest are read the general way. */
const MOST_WORDS = 200;

/** Whether the byte reader can take a small table: its header is a line of bare names. */
export function isPlainTable({layout}: TableContract, bytes: Uint8Array): boolean {
  const header = bytes.subarray(0, Math.max(bytes.indexOf(NEWLINE), 0));
  return (
    layout === "long" &&
    header.length > 0 &&
    !header.includes(QUOTE) &&
    !header.subarray(0, -1).includes(RETURN) &&
    bytes.at(-1) !== RETURN &&
    isUtf8(bytes)
  );
}

/**
 * Reads such a table line by line through the byte grammar, and lines that do not fit it the general way. The words of
 * a category become part of the grammar once they are met. Undefined where a line may be no record by itself, because of
 * a quote or a carriage return: then where its record ends is for the reader of the whole file to say.
 */
export function readPlainTable(
  contract: TableContract,
  given: Uint8Array,
  file: string
): ReadRows | undefined {
  const bytes = withNewline(given);
  const firstLine = bytes.indexOf(NEWLINE) + 1;
  const [first] = splitRecords(decodeUtf8(bytes.slice(0, firstLine), file)).records;
  const header = readHeader(contract, first?.fields ?? [""], file);
  const fieldsFrom = (start: number): readonly string[] | undefined =>
    lineFields(withoutReturn(decoder.decode(bytes.slice(start, bytes.indexOf(NEWLINE, start)))));
  const rejects = new Rejects();
  const kept = keptRows(contract, rejects, (start: number) => fieldsFrom(start)!.join("\u0000"));
  const batch = lineBatch(header.width, BATCH_ROWS);
  const words: (readonly string[])[] = contract.columns.map((column) => column.values ?? []);
  const rows = plainRows(contract, header, batch, words);
  const scan = startScan(firstLine);
  scan.lines = FIRST_ROW;
  const window = kernelWindow<Uint8Array>(Uint8Array);
  const grammar = lineGrammar(contract, header);
  let cells = cellGrammars(grammar, batch);
  let part = PART;
  while (scan.at < bytes.length) {
    const start = scan.at;
    const end = bytes.indexOf(NEWLINE, Math.min(start + part, bytes.length) - 1) + 1;
    scanLines(window(bytes, start, end), end, cells, scan, batch);
    for (const [at, {type}] of contract.columns.entries())
      if (type === "text" && header.positions[at]! >= 0)
        words[at] = placedTexts(
          rows.columns[at]!,
          batch.starts,
          scan.rows,
          bytes.subarray(start, scan.at),
          start
        );
    const learned: Entry[] = [];
    let row = 0;
    for (let at = 0; at < 3 * scan.odd; at += 3) {
      const start = batch.odd[at]!;
      const line = batch.odd[at + 2]!;
      const from = row;
      while (row < scan.rows && batch.lines[row]! < line) row++;
      kept.addAll(rows, from, row);
      const fields = fieldsFrom(start);
      if (!fields) return undefined;
      const entry = castRow(contract.columns, header, {fields});
      if (typeof entry === "string") rejects.add(entry, line);
      else {
        kept.add(entry, line, start);
        learned.push(entry);
      }
    }
    kept.addAll(rows, row, scan.rows);
    const hasLearned = learn(contract, words, learned);
    if (hasLearned) cells = cellGrammars(withWords(grammar, contract, header, words), batch);
    part = hasLearned ? PART : LARGE_PART;
  }
  return {header, rows_in: scan.lines - FIRST_ROW, kept, rejects};
}

function withNewline(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Uint8Array.of(NEWLINE)]);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

const NONE_ABOVE: readonly string[] = [];

/** The rows of a batch, whatever it holds. */
function plainRows(
  {columns}: TableContract,
  {width, positions}: Header,
  {values, lines, starts, most}: LineBatch,
  words: readonly (readonly string[])[]
): PlainRows<number> {
  const cells = positions.map((position) => {
    const first = (position < 0 ? width : position) * most;
    return values.subarray(first, first + most);
  });
  const cellAt = (column: number, value: number): number | string | undefined => {
    if (Number.isNaN(value)) return undefined;
    const {type} = columns[column]!;
    return type === "category" || type === "text" ? words[column]![value] : value;
  };
  return {
    columns: cells,
    words,
    lines,
    sources: starts,
    entryAt: (row) => ({row: cells.map((column, at) => cellAt(at, column[row]!)), above: NONE_ABOVE})
  };
}

/**
 * The texts of a column in the order of their rows, each of which gets its place in this list instead of where it stands.
 * What is all ASCII is cut from the bytes' text, which has a character per byte.
 */
function placedTexts(
  column: Float64Array,
  starts: Int32Array,
  rows: number,
  bytes: Uint8Array,
  firstByte: number
): string[] {
  const spans = new Uint32Array(column.buffer, column.byteOffset, 2 * rows);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const characters = buffer.toString("latin1");
  const texts: string[] = [];
  for (let row = 0; row < rows; row++) {
    const length = spans[2 * row + 1]! >>> 1;
    const from = starts[row]! - firstByte + spans[2 * row]!;
    const isAscii = (spans[2 * row + 1]! & 1) === 0;
    column[row] = length > 0 ? texts.length : Number.NaN;
    if (length === 0) continue;
    texts.push(
      isAscii ? characters.slice(from, from + length) : buffer.toString("utf8", from, from + length)
    );
  }
  return texts;
}

/** Adds the words of a batch's odd lines. */
function learn({columns}: TableContract, words: (readonly string[])[], odd: readonly Entry[]): boolean {
  let hasLearned = false;
  for (const [at, {type, values}] of columns.entries()) {
    if (type !== "category" || values) continue;
    const known = new Set(words[at]);
    for (const {row} of odd) {
      const word = row[at];
      if (typeof word === "string" && isBare(word) && known.size < MOST_WORDS) known.add(word);
    }
    if (known.size === words[at]!.length) continue;
    words[at] = [...known];
    hasLearned = true;
  }
  return hasLearned;
}

function withWords(
  grammar: readonly CellGrammar[],
  {columns}: TableContract,
  {positions}: Header,
  words: readonly (readonly string[])[]
): readonly CellGrammar[] {
  return grammar.map((cell, position) => {
    const at = positions.indexOf(position);
    const isOpen = columns[at]?.type === "category" && !columns[at]?.values;
    return isOpen ? {...cell, words: words[at]!} : cell;
  });
}
