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
/** Bytes that are read before new words are looked at, and where the last so many held none. */
const PART = 1 << 15;
const LARGE_PART = 1 << 18;
const BATCH_ROWS = 4096;
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
  const rowsAt = plainRows(contract, header, batch, words);
  const scan = startScan(firstLine);
  const window = kernelWindow<Uint8Array>(Uint8Array);
  const grammar = lineGrammar(contract, header);
  let cells = cellGrammars(grammar, batch);
  let part = PART;
  while (scan.at < bytes.length) {
    const end = bytes.indexOf(NEWLINE, Math.min(scan.at + part, bytes.length) - 1) + 1;
    scanLines(window(bytes, scan.at, end), end, cells, scan, batch);
    const learned: Entry[] = [];
    let row = 0;
    for (let at = 0; at < 3 * scan.odd; at += 3) {
      const start = batch.odd[at]!;
      const line = batch.odd[at + 2]!;
      const from = row;
      while (row < scan.rows && batch.lines[row]! < line) row++;
      kept.addAll(rowsAt(from, row));
      const entry = castRow(contract.columns, header, {fields: textFrom(start).split(",")});
      if (typeof entry === "string") rejects.add(entry, line + 2);
      else {
        kept.add(entry, line + 2, start);
        learned.push(entry);
      }
    }
    kept.addAll(rowsAt(row, scan.rows));
    const hasLearned = learn(contract, words, learned);
    if (hasLearned) cells = cellGrammars(withWords(grammar, contract, header, words), batch);
    part = hasLearned ? PART : LARGE_PART;
  }
  return {header, rows_in: scan.lines, kept};
}

function withNewline(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Uint8Array.of(NEWLINE)]);
}

const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

const NONE_ABOVE: readonly string[] = [];

/** Gives rows of a batch by their first and the one behind their last. */
function plainRows(
  {columns}: TableContract,
  {width, positions}: Header,
  {values, lines, starts, most}: LineBatch,
  words: readonly (readonly string[])[]
): (from: number, to: number) => PlainRows<number> {
  const cellAt = (column: number, value: number): number | string | undefined => {
    if (Number.isNaN(value)) return undefined;
    return columns[column]!.type === "category" ? words[column]![value] : value;
  };
  return (from, to) => {
    const cells = positions.map((position) => {
      const first = (position < 0 ? width : position) * most;
      return values.subarray(first + from, first + to);
    });
    return {
      columns: cells,
      words,
      lines: lines.slice(from, to).map((line) => line + 2),
      sources: starts.subarray(from, to),
      entryAt: (row) => ({row: cells.map((column, at) => cellAt(at, column[row]!)), above: NONE_ABOVE})
    };
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
