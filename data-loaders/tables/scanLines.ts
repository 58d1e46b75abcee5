import type {ColumnContract, TableContract} from "../config/sources.ts";
import type {Header} from "./readHeader.ts";

/** What the bytes of one cell may be, as numbers for a tight loop. Plain data, so that worker threads can have it. */
export interface CellGrammar {
  /** 0 digits, 1 one of `words` (none: the general reader's), 2 anything without quotes (a column nobody reads). */
  readonly kind: 0 | 1 | 2;
  readonly padded: boolean;
  readonly decimalZero: boolean;
  readonly empty: boolean;
  readonly from: number;
  readonly upTo: number;
  readonly words: readonly Uint8Array[];
}

/** One grammar per cell of a line, in the order of the file. */
export type LineGrammar = readonly CellGrammar[];

const COMMA = 44;
const POINT = 46;
const NEWLINE = 10;
const QUOTE = 34;
const RETURN = 13;
const ZERO = 48;
const MOST_DIGITS = 15;

/** The declared grammar of a table whose columns are all whole numbers or words from a list. */
export function lineGrammar(contract: TableContract, header: Header): LineGrammar {
  return Array.from({length: header.width}, (_, position) => {
    const column = contract.columns[header.positions.indexOf(position)];
    return column ? cellGrammar(column) : {...cellGrammar(), kind: 2};
  });
}

function cellGrammar(column?: ColumnContract): CellGrammar {
  const isNumber = column === undefined || column.type === "id" || column.type === "whole";
  const words = column?.values?.some((word) => column.none.includes(word)) ? [] : (column?.values ?? []);
  return {
    kind: isNumber ? 0 : 1,
    padded: column?.zero_padded ?? false,
    decimalZero: column?.decimal_zero ?? false,
    empty: column?.missing ?? false,
    ...plainRange(column),
    words: words.map((word) => new TextEncoder().encode(word))
  };
}

/** Leaves out numbers that mean missing (999) or are above the bound: those go to the general reader. */
function plainRange(column?: ColumnContract): Pick<CellGrammar, "from" | "upTo"> {
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
 * Reads lines that start before `end` until `values` is full. Each good line gives one row of `grammar.length` numbers
 * (a word its place in the list, an empty cell NaN) and its line number; rows stand `values.length / lineNumbers.length`
 * apart. Every byte is checked: a line with anything the grammar does not say goes to `scan.odd`, for the general
 * reader's verdict.
 */
export function scanLines(
  bytes: Uint8Array,
  end: number,
  grammar: LineGrammar,
  scan: Scan,
  values: Float64Array,
  lineNumbers: Int32Array
): void {
  const width = grammar.length;
  const last = width - 1;
  const capacity = lineNumbers.length;
  const stride = values.length / capacity;
  let p = scan.at;
  let {lines} = scan;
  let row = 0;
  while (p < end && row < capacity) {
    const lineStart = p;
    const base = row * stride;
    let good = true;
    for (let cell = 0; cell < width; cell++) {
      const g = grammar[cell]!;
      const stop = cell === last ? NEWLINE : COMMA;
      if (g.kind === 0) {
        const cellStart = p;
        let value = 0;
        let digit = bytes[p]! - ZERO;
        while (digit >= 0 && digit < 10) {
          value = value * 10 + digit;
          digit = bytes[++p]! - ZERO;
        }
        const digits = p - cellStart;
        if (
          digits === 0
            ? !g.empty
            : digits > MOST_DIGITS || (digits > 1 && bytes[cellStart] === ZERO && !g.padded)
        )
          good = false;
        else if (bytes[p] === POINT && g.decimalZero && digits > 0) {
          p++;
          if (bytes[p] !== ZERO) good = false;
          while (bytes[p] === ZERO) p++;
        }
        if (!good || bytes[p] !== stop || (digits > 0 && (value < g.from || value > g.upTo))) {
          good = false;
          break;
        }
        values[base + cell] = digits === 0 ? Number.NaN : value;
      } else if (g.kind === 1) {
        const word = wordAt(bytes, p, g.words);
        if (word < 0 || bytes[p + g.words[word]!.length] !== stop) {
          good = false;
          break;
        }
        p += g.words[word]!.length;
        values[base + cell] = word;
      } else {
        let byte = bytes[p];
        while (
          byte !== stop &&
          byte !== COMMA &&
          byte !== NEWLINE &&
          byte !== QUOTE &&
          byte !== RETURN &&
          byte !== undefined
        )
          byte = bytes[++p];
        if (byte !== stop) {
          good = false;
          break;
        }
      }
      p++;
    }
    if (good) lineNumbers[row++] = lines;
    else {
      while (p < bytes.length && bytes[p] !== NEWLINE) p++;
      scan.odd.push(lineStart, p, lines);
      p++;
    }
    lines++;
  }
  scan.at = p;
  scan.lines = lines;
  scan.rows = row;
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
