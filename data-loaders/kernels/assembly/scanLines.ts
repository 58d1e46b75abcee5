import {characterAt, digitsIn, numberIn, powerOf10} from "./words/digits.ts";

const COMMA: u64 = 44;
const NEWLINE: u64 = 10;
const QUOTE: u64 = 34;
const RETURN: u64 = 13;
const POINT: u64 = 46;
const ZERO: u64 = 48;
const MOST_DIGITS: u64 = 15;

const DIGITS: u8 = 0;
const WORDS: u8 = 1;

/** The grammar of a cell: see tables/cellGrammars.ts, which writes it. */
const CELL: usize = 32;
const FROM: usize = 0;
const UP_TO: usize = 8;
const FIRST_WORD: usize = 16;
const WORD_COUNT: usize = 20;
const VALUES: usize = 24;
const KIND: usize = 28;
const PADDED: usize = 29;
const DECIMAL_ZERO: usize = 30;
const EMPTY: usize = 31;

/** A word: its first eight bytes, the mask of those it has, its length, and where the others stand. */
const WORD: usize = 24;
const MASK: usize = 8;
const LENGTH: usize = 16;
const REST: usize = 20;

const AT: usize = 0;
const LINE: usize = 4;
const ROWS: usize = 8;
const ODD: usize = 12;
const TRIPLE: usize = 12;

/**
 * Reads lines that start before `end` until there are `most` rows, or `most` odd lines. Each line that fits the grammar
 * gives a row: a number per cell in the cell's column of values, its first byte and its line number. Of any other it leaves
 * the first byte, the byte of its newline and its line number in `odd`. Bytes are counted from `base`, as i32.
 *
 * @param base first byte of all; the last has to be a newline, and 16 bytes after it may be read
 * @param state i32: the byte to begin at, its line number; after the call those of the next line, then rows and odd lines
 */
export function scanPlainLines(
  base: usize,
  end: usize,
  cells: usize,
  width: usize,
  starts: usize,
  lineNumbers: usize,
  odd: usize,
  most: u32,
  state: usize
): void {
  const last = cells + (width - 1) * CELL;
  let at = base + load<u32>(state, AT);
  let line = load<u32>(state, LINE);
  let rows: u32 = 0;
  let odds: u32 = 0;
  while (at < end && rows < most && odds < most) {
    let p = at;
    for (let cell = cells; cell <= last && p !== 0; cell += CELL) {
      const stop = cell === last ? NEWLINE : COMMA;
      const kind = load<u8>(cell, KIND);
      if (kind === DIGITS) p = digitsCell(p, stop, cell, rows);
      else if (kind === WORDS) p = wordCell(p, stop, cell, rows);
      else p = anyCell(p, stop);
    }
    if (p !== 0) {
      store<u32>(starts + ((rows as usize) << 2), (at - base) as u32);
      store<u32>(lineNumbers + ((rows as usize) << 2), line);
      rows++;
    } else {
      const triple = odd + (odds as usize) * TRIPLE;
      p = at;
      while (load<u8>(p) !== (NEWLINE as u8)) p++;
      store<u32>(triple, (at - base) as u32);
      store<u32>(triple, (p - base) as u32, 4);
      store<u32>(triple, line, 8);
      odds++;
      p++;
    }
    at = p;
    line++;
  }
  store<u32>(state, (at - base) as u32, AT);
  store<u32>(state, line, LINE);
  store<u32>(state, rows, ROWS);
  store<u32>(state, odds, ODD);
}

/** Each of the three reads one cell and its stop, and returns the byte after it, or 0 where the grammar does not fit. */
function digitsCell(start: usize, stop: u64, cell: usize, row: u32): usize {
  const low = load<u64>(start);
  let digits = digitsIn(low);
  if (digits === 0) {
    if ((low & 0xff) !== stop || !load<u8>(cell, EMPTY)) return 0;
    put(cell, row, NaN);
    return start + 1;
  }
  let value = numberIn(low, digits);
  let p = start + (digits as usize);
  let after: u64;
  if (digits < 8) after = characterAt(low, digits);
  else {
    const high = load<u64>(start, 8);
    const more = digitsIn(high);
    digits += more;
    if (digits > MOST_DIGITS) return 0;
    if (more > 0) value = value * powerOf10(more) + numberIn(high, more);
    p += more as usize;
    after = characterAt(high, more);
  }
  if (digits > 1 && (low & 0xff) === ZERO && !load<u8>(cell, PADDED)) return 0;
  if (after === POINT && load<u8>(cell, DECIMAL_ZERO)) {
    p++;
    if (byteAt(p) !== ZERO) return 0;
    while (byteAt(p) === ZERO) p++;
    after = byteAt(p);
  }
  const number = value as f64;
  if (after !== stop || number < load<f64>(cell, FROM) || number > load<f64>(cell, UP_TO)) return 0;
  put(cell, row, number);
  return p + 1;
}

function wordCell(start: usize, stop: u64, cell: usize, row: u32): usize {
  const low = load<u64>(start);
  const count = load<u32>(cell, WORD_COUNT);
  let word = load<u32>(cell, FIRST_WORD) as usize;
  for (let place: u32 = 0; place < count; place++, word += WORD) {
    if (((low ^ load<u64>(word)) & load<u64>(word, MASK)) !== 0) continue;
    const length = load<u32>(word, LENGTH) as usize;
    if (!isRest(start, word, length) || byteAt(start + length) !== stop) continue;
    put(cell, row, place as f64);
    return start + length + 1;
  }
  return 0;
}

/** Whether what follows the first eight bytes is the word's; no word has a newline, which ends the bytes. */
function isRest(start: usize, word: usize, length: usize): bool {
  const rest = (load<u32>(word, REST) as usize) - 8;
  for (let at: usize = 8; at < length; at++) if (load<u8>(start + at) !== load<u8>(rest + at)) return false;
  return true;
}

/** Anything without quotes. */
function anyCell(start: usize, stop: u64): usize {
  let p = start;
  let byte = byteAt(p);
  while (byte !== COMMA && byte !== NEWLINE && byte !== QUOTE && byte !== RETURN) byte = byteAt(++p);
  return byte === stop ? p + 1 : 0;
}

function put(cell: usize, row: u32, value: f64): void {
  store<f64>((load<u32>(cell, VALUES) as usize) + ((row as usize) << 3), value);
}

function byteAt(p: usize): u64 {
  return load<u8>(p) as u64;
}
