import {isUtf8} from "node:buffer";
import type {TableContract} from "../config/sources.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import {castRow} from "./castRow.ts";
import type {Entry} from "./castRow.ts";
import {decodeUtf8} from "./decodeUtf8.ts";
import {cellGrammars} from "./cellGrammars.ts";
import {keptRows} from "./keptRows.ts";
import {lineBatch} from "./lineBatch.ts";
import type {LineBatch} from "./lineBatch.ts";
import {lineGrammar} from "./lineGrammar.ts";
import type {CellGrammar} from "./lineGrammar.ts";
import {readHeader} from "./readHeader.ts";
import type {Header} from "./readHeader.ts";
import type {Rejects} from "./rejects.ts";
import {scanLines, startScan} from "./scanLines.ts";
import {splitRecords} from "./splitRecords.ts";
import type {ReadRows} from "./readRows.ts";

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
  rejects: Rejects
): ReadRows {
  const bytes = withNewline(given);
  const firstLine = bytes.indexOf(NEWLINE) + 1;
  const [first] = splitRecords(decodeUtf8(bytes.slice(0, firstLine - 1), file)).records;
  const header = readHeader(contract, first?.fields ?? [""], file);
  const textFrom = (start: number): string =>
    decoder.decode(bytes.slice(start, bytes.indexOf(NEWLINE, start)));
  const kept = keptRows(contract, rejects, textFrom);
  const batch = lineBatch(header.width, BATCH_ROWS);
  const words: string[][] = contract.columns.map((column) => [...(column.values ?? [])]);
  const entryAt = plainEntries(contract, header, batch, words);
  const scan = startScan(firstLine);
  const grammar = lineGrammar(contract, header);
  let cells = cellGrammars(grammar, batch);
  while (scan.at < bytes.length) {
    scanLines(bytes, Math.min(scan.at + PART, bytes.length), cells, scan, batch);
    const odd: Entry[] = [];
    for (let row = 0, other = 0; row < scan.rows || other < scan.odd; ) {
      const [start, , line] = batch.odd.subarray(3 * other) as unknown as [number, number, number];
      if (row < scan.rows && (other === scan.odd || batch.lines[row]! < line)) {
        kept.add(entryAt(row), batch.lines[row]! + 2, batch.starts[row++]!);
        continue;
      }
      const entry = castRow(contract.columns, header, {fields: textFrom(start).split(",")});
      other++;
      if (typeof entry === "string") rejects.add(entry, line + 2);
      else {
        kept.add(entry, line + 2, start);
        odd.push(entry);
      }
    }
    if (learn(contract, words, odd)) cells = cellGrammars(withWords(grammar, contract, header, words), batch);
  }
  return {header, rows_in: scan.lines, kept};
}

/** The bytes where the kernels read them, their last line ended. */
function withNewline(given: Uint8Array): Uint8Array {
  const isEnded = given.at(-1) === NEWLINE;
  const bytes = kernelArray(Uint8Array, given.length + (isEnded ? 0 : 1));
  bytes.set(given);
  bytes[bytes.length - 1] = NEWLINE;
  return bytes;
}

const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

const NONE_ABOVE: readonly string[] = [];

/** The row of a batch as an entry, which is the same object each time. */
function plainEntries(
  {columns}: TableContract,
  {positions}: Header,
  {values, most}: LineBatch,
  words: readonly (readonly string[])[]
): (row: number) => Entry {
  const isWorded = columns.map(({type}) => type === "category");
  const row = new Array<number | string | undefined>(positions.length);
  const entry: Entry = {row, above: NONE_ABOVE};
  return (at) => {
    for (let column = 0; column < row.length; column++) {
      const value = positions[column]! < 0 ? Number.NaN : values[positions[column]! * most + at]!;
      row[column] = Number.isNaN(value) ? undefined : isWorded[column] ? words[column]![value] : value;
    }
    return entry;
  };
}

/** Adds the words of a batch's odd lines. */
function learn({columns}: TableContract, words: string[][], odd: readonly Entry[]): boolean {
  let hasLearned = false;
  for (const [at, {type, values}] of columns.entries()) {
    if (type !== "category" || values) continue;
    const known = new Set(words[at]);
    for (const {row} of odd) if (row[at] !== undefined && known.size < MOST_WORDS) known.add(String(row[at]));
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
