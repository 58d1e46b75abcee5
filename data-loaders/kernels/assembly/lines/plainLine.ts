import {areDigits, numberIn, powerOf10} from "../words/digits.ts";

const COMMA: u8 = 44;
const NEWLINE: u8 = 10;
const QUOTE: u8 = 34;
const RETURN: u8 = 13;
const POINT: u8 = 46;
const ZERO: u8 = 48;
const MOST_DIGITS: usize = 15;

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

/** An empty cell; NaN in a column of f64. */
export const MISSING: i64 = -1;

/** Bytes that are searched for the ends of cells at a time. */
const WINDOW: usize = 64;

/**
 * Reads the line that begins at `at`, of cells of these grammars, and leaves their values in row `row` of the cells'
 * columns, which are of f64 or i64. Returns the first byte of the next line, or 0 where the line is anything else.
 * The bytes end in a newline; 64 after it may be read.
 */
export function plainLine<Value>(at: usize, cells: usize, width: usize, row: u32): usize {
  const last = cells + (width - 1) * CELL;
  let window = at;
  let ends = endsIn(window);
  let start = at;
  for (let cell = cells; cell <= last; cell += CELL) {
    while (ends === 0) {
      window += WINDOW;
      ends = endsIn(window);
    }
    const end = window + (ctz(ends) as usize);
    ends &= ends - 1;
    if (load<u8>(end) !== (cell === last ? NEWLINE : COMMA)) return 0;
    const kind = load<u8>(cell, KIND);
    let fits: bool;
    if (kind === DIGITS) fits = inline.always(digitsCell<Value>(start, end, cell, row));
    else if (kind === WORDS) fits = wordCell<Value>(start, end, cell, row);
    else fits = anyCell(start, end);
    if (!fits) return 0;
    start = end + 1;
  }
  return start;
}

/** A bit for each of 64 bytes, the first in the lowest: whether it is a comma or a newline. */
function endsIn(p: usize): u64 {
  return endsIn16(p) | (endsIn16(p + 16) << 16) | (endsIn16(p + 32) << 32) | (endsIn16(p + 48) << 48);
}

function endsIn16(p: usize): u64 {
  const bytes = v128.load(p);
  const are = v128.or(i8x16.eq(bytes, i8x16.splat(COMMA)), i8x16.eq(bytes, i8x16.splat(NEWLINE)));
  return i8x16.bitmask(are) as u32 as u64;
}

function digitsCell<Value>(start: usize, end: usize, cell: usize, row: u32): bool {
  if (start === end) {
    put<Value>(cell, row, MISSING);
    return load<u8>(cell, EMPTY) !== 0;
  }
  const digits = (load<u8>(cell, DECIMAL_ZERO) ? withoutZeros(start, end) : end) - start;
  const low = load<u64>(start);
  let value: i64;
  if (digits <= 8) {
    if (!areDigits(low, digits)) return false;
    value = numberIn(low, digits);
  } else {
    const more = digits - 8;
    const high = load<u64>(start, 8);
    if (digits > MOST_DIGITS || !areDigits(low, 8) || !areDigits(high, more)) return false;
    value = numberIn(low, 8) * powerOf10(more) + numberIn(high, more);
  }
  if (digits > 1 && (low & 0xff) === ZERO && !load<u8>(cell, PADDED)) return false;
  put<Value>(cell, row, value);
  return value >= load<i64>(cell, FROM) && value <= load<i64>(cell, UP_TO);
}

/** Where "7" ends in "7.0" or "7.00". */
function withoutZeros(start: usize, end: usize): usize {
  let p = end - 1;
  while (p > start && load<u8>(p) === ZERO) p--;
  return load<u8>(p) === POINT && p > start && p < end - 1 ? p : end;
}

function wordCell<Value>(start: usize, end: usize, cell: usize, row: u32): bool {
  const low = load<u64>(start);
  const count = load<u32>(cell, WORD_COUNT);
  let word = load<u32>(cell, FIRST_WORD) as usize;
  for (let place: u32 = 0; place < count; place++, word += WORD) {
    const length = load<u32>(word, LENGTH) as usize;
    if (length !== end - start || ((low ^ load<u64>(word)) & load<u64>(word, MASK)) !== 0) continue;
    if (!isRest(start, word, length)) continue;
    put<Value>(cell, row, place);
    return true;
  }
  return false;
}

/** Whether what follows the first eight bytes is the word's. */
function isRest(start: usize, word: usize, length: usize): bool {
  const rest = (load<u32>(word, REST) as usize) - 8;
  for (let at: usize = 8; at < length; at++) if (load<u8>(start + at) !== load<u8>(rest + at)) return false;
  return true;
}

/** Anything without quotes. */
function anyCell(start: usize, end: usize): bool {
  for (let p = start; p < end; p++) {
    const byte = load<u8>(p);
    if (byte === QUOTE || byte === RETURN) return false;
  }
  return true;
}

function put<Value>(cell: usize, row: u32, value: i64): void {
  const at = (load<u32>(cell, VALUES) as usize) + ((row as usize) << 3);
  if (isFloat<Value>()) store<f64>(at, value === MISSING ? NaN : (value as f64));
  else store<i64>(at, value);
}
