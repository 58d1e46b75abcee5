import type {ColumnContract, TableContract} from "../config/sources.ts";
import type {Header} from "./readHeader.ts";

/** What the bytes of a line may be: one entry per cell, in the order of the file, as numbers for a tight loop. */
export interface LineGrammar {
  readonly width: number;
  /** DIGITS, WORDS or ANYTHING. */
  readonly kind: Uint8Array;
  /** 1 where "08" is a right way to write 8. */
  readonly padded: Uint8Array;
  /** 1 where "7.0" is a right way to write 7. */
  readonly decimalZero: Uint8Array;
  /** 1 where an empty cell is a missing value. */
  readonly empty: Uint8Array;
  readonly from: Float64Array;
  readonly upTo: Float64Array;
  readonly words: readonly (readonly Uint8Array[])[];
}

const DIGITS = 0;
/** One of `words`; where there are none, the cell is the general reader's. */
const WORDS = 1;
/** Anything without quotes: a column nobody reads. */
const ANYTHING = 2;

const COMMA = 44;
const POINT = 46;
const NEWLINE = 10;
const QUOTE = 34;
const RETURN = 13;
const ZERO = 48;
const NINE = 57;
const MOST_DIGITS = 15;
/** So many digits always fit 32 bits. */
const SMALL_DIGITS = 9;

/** The declared grammar of a table whose columns are all whole numbers or words from a list. */
export function lineGrammar(contract: TableContract, header: Header): LineGrammar {
  const columns = Array.from(
    {length: header.width},
    (_, position) => contract.columns[header.positions.indexOf(position)]
  );
  const ranges = columns.map(plainRange);
  return {
    width: header.width,
    kind: Uint8Array.from(columns, kindOf),
    padded: Uint8Array.from(columns, (column) => Number(column?.zero_padded ?? false)),
    decimalZero: Uint8Array.from(columns, (column) => Number(column?.decimal_zero ?? false)),
    empty: Uint8Array.from(columns, (column) => Number(column?.missing ?? false)),
    from: Float64Array.from(ranges, ({from}) => from),
    upTo: Float64Array.from(ranges, ({upTo}) => upTo),
    words: columns.map((column) => wordsOf(column).map((word) => new TextEncoder().encode(word)))
  };
}

function kindOf(column: ColumnContract | undefined): number {
  if (column === undefined) return ANYTHING;
  return column.type === "id" || column.type === "whole" ? DIGITS : WORDS;
}

function wordsOf(column: ColumnContract | undefined): readonly string[] {
  const {values = [], none = []} = column ?? {};
  return values.some((word) => none.includes(word)) ? [] : values;
}

/** Leaves out numbers that mean missing (999) or are above the bound: those go to the general reader. */
function plainRange(column?: ColumnContract): {readonly from: number; readonly upTo: number} {
  const {none = [], missing_above} = column ?? {};
  let from = column?.from ?? 0;
  let upTo = Math.min(
    column?.up_to ?? Number.MAX_SAFE_INTEGER,
    missing_above?.bound ?? Number.MAX_SAFE_INTEGER
  );
  for (const number of none.map(Number)) {
    if (number <= from) from = Math.max(from, number + 1);
    else if (number <= upTo) upTo = number - 1;
  }
  return {from, upTo};
}

/** Where a scan stands, and what it found in its last call. */
export interface Scan {
  /** Next byte to read; always the start of a line. */
  at: number;
  /** Lines passed so far, odd ones included. */
  lines: number;
  /** Rows found by the last call. */
  rows: number;
  /** Lines outside the grammar: triples of first byte, end byte, line number counted from 0. */
  readonly odd: number[];
}

export function startScan(at: number): Scan {
  return {at, lines: 0, rows: 0, odd: []};
}

/**
 * Reads lines that start before `end` until `values` is full; the bytes must end in a newline. Each good line gives
 * one row of `grammar.width` numbers (a word its place in the list, an empty cell NaN) and its line number; rows stand
 * `values.length / lineNumbers.length` apart. Every byte is checked: a line with anything the grammar does not say
 * goes to `scan.odd`, for the general reader's verdict.
 */
export function scanLines(
  bytes: Uint8Array,
  end: number,
  grammar: LineGrammar,
  scan: Scan,
  values: Float64Array,
  lineNumbers: Int32Array
): void {
  const {width, kind, from, upTo} = grammar;
  const last = width - 1;
  const capacity = lineNumbers.length;
  const stride = values.length / capacity;
  let p = scan.at;
  let {lines} = scan;
  let row = 0;
  while (p < end && row < capacity) {
    const lineStart = p;
    const base = row * stride;
    let cell = 0;
    for (; cell < width; cell++) {
      const stop = cell === last ? NEWLINE : COMMA;
      const first = bytes[p]!;
      // The plain case written out, for it is nearly all of the file; readCell knows everything it knows, and more.
      if (kind[cell] === DIGITS && first >= ZERO && first <= NINE) {
        let value = 0;
        let at = p;
        let byte = first;
        do {
          value = (Math.imul(value, 10) + byte - ZERO) | 0;
          byte = bytes[++at]!;
        } while (byte >= ZERO && byte <= NINE);
        const digits = at - p;
        const isRight = byte === stop && digits <= SMALL_DIGITS && (first !== ZERO || digits === 1);
        if (isRight && value >= from[cell]! && value <= upTo[cell]!) {
          values[base + cell] = value;
          p = at + 1;
          continue;
        }
      }
      p = readCell(bytes, p, stop, grammar, cell, values, base + cell);
      if (p < 0) break;
    }
    if (cell === width) lineNumbers[row++] = lines;
    else {
      p = bytes.indexOf(NEWLINE, lineStart);
      if (p < 0) p = bytes.length;
      scan.odd.push(lineStart, p, lines);
      p++;
    }
    lines++;
  }
  scan.at = p;
  scan.lines = lines;
  scan.rows = row;
}

/** Reads one cell and its stop into `values[into]`; returns the byte after it, or -1 where the grammar does not fit. */
function readCell(
  bytes: Uint8Array,
  start: number,
  stop: number,
  grammar: LineGrammar,
  cell: number,
  values: Float64Array,
  into: number
): number {
  if (grammar.kind[cell] === DIGITS) return readDigits(bytes, start, stop, grammar, cell, values, into);
  let p = start;
  if (grammar.kind[cell] === WORDS) {
    const words = grammar.words[cell]!;
    const word = wordAt(bytes, p, words);
    if (word < 0) return -1;
    p += words[word]!.length;
    values[into] = word;
  } else while (isPlain(bytes[p])) p++;
  return bytes[p] === stop ? p + 1 : -1;
}

function readDigits(
  bytes: Uint8Array,
  start: number,
  stop: number,
  {padded, decimalZero, empty, from, upTo}: LineGrammar,
  cell: number,
  values: Float64Array,
  into: number
): number {
  let p = start;
  let value = 0;
  for (let byte = bytes[p]!; byte >= ZERO && byte <= NINE; byte = bytes[++p]!)
    value = value * 10 + byte - ZERO;
  const digits = p - start;
  if (digits === 0) {
    values[into] = Number.NaN;
    return empty[cell] === 1 && bytes[p] === stop ? p + 1 : -1;
  }
  if (digits > MOST_DIGITS || (digits > 1 && bytes[start] === ZERO && padded[cell] === 0)) return -1;
  if (bytes[p] === POINT && decimalZero[cell] === 1) {
    if (bytes[++p] !== ZERO) return -1;
    while (bytes[p] === ZERO) p++;
  }
  values[into] = value;
  return bytes[p] === stop && value >= from[cell]! && value <= upTo[cell]! ? p + 1 : -1;
}

function isPlain(byte: number | undefined): boolean {
  return byte !== undefined && byte !== COMMA && byte !== NEWLINE && byte !== QUOTE && byte !== RETURN;
}

function wordAt(bytes: Uint8Array, at: number, words: readonly Uint8Array[]): number {
  for (let w = 0; w < words.length; w++) {
    const word = words[w]!;
    let i = 0;
    while (i < word.length && bytes[at + i] === word[i]) i++;
    if (i === word.length) return w;
  }
  return -1;
}
