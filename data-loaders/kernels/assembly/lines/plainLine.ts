import {areDigits, numberIn, powerOf10} from "../words/digits.ts";

const COMMA: u8 = 44;
const NEWLINE: u8 = 10;
const QUOTE: u8 = 34;
const RETURN: u8 = 13;
const POINT: u8 = 46;
const ZERO: u8 = 48;
const SPACE: u8 = 32;
const BEYOND_ASCII: u8 = 128;
const MOST_DIGITS: usize = 15;

const DIGITS: u8 = 0;
const WORDS: u8 = 1;
const MONEY: u8 = 3;
const TEXT: u8 = 4;

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
    const kind = load<u8>(cell, KIND);
    const isQuoted = kind === TEXT && load<u8>(start) === QUOTE;
    if (isQuoted) {
      window = afterQuote(++start);
      if (window === 0) return 0;
      ends = endsIn(window);
    }
    while (ends === 0) {
      window += WINDOW;
      ends = endsIn(window);
    }
    const next = window + (ctz(ends) as usize);
    ends &= ends - 1;
    if (load<u8>(next) !== (cell === last ? NEWLINE : COMMA)) return 0;
    let end = cell === last && load<u8>(next - 1) === RETURN ? next - 1 : next;
    if (isQuoted && --end !== window - 1) return 0;
    let fits: bool;
    if (kind === DIGITS) fits = inline.always(digitsCell<Value>(start, end, cell, row));
    else if (kind === WORDS) fits = wordCell<Value>(start, end, cell, row);
    else if (kind === MONEY) fits = moneyCell<Value>(start, end, cell, row);
    else if (kind === TEXT) fits = textCell(at, start, end, cell, row);
    else fits = !hasQuotes(start, end);
    if (!fits) return 0;
    start = next + 1;
  }
  return start;
}

/** The byte after the line's next quote; 0 where it has none. */
function afterQuote(start: usize): usize {
  let p = start;
  while (load<u8>(p) !== QUOTE && load<u8>(p) !== NEWLINE) p++;
  return load<u8>(p) === QUOTE ? p + 1 : 0;
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
  const value = inline.always(wholeNumber(start, digits, MOST_DIGITS));
  if (value < 0 || (isPadded(start, digits) && !load<u8>(cell, PADDED))) return false;
  put<Value>(cell, row, value);
  return isInRange(value, cell);
}

/** Of 1 or more digits; below 0 where there is anything else, or more digits than `most`. */
function wholeNumber(start: usize, digits: usize, most: usize): i64 {
  const low = load<u64>(start);
  if (digits <= 8) return areDigits(low, digits) ? (numberIn(low, digits) as i64) : -1;
  const more = digits - 8;
  const high = load<u64>(start, 8);
  if (digits > most || !areDigits(low, 8) || !areDigits(high, more)) return -1;
  return numberIn(low, 8) * powerOf10(more) + numberIn(high, more);
}

function isPadded(start: usize, digits: usize): bool {
  return digits > 1 && load<u8>(start) === ZERO;
}

function isInRange(value: i64, cell: usize): bool {
  return value >= load<i64>(cell, FROM) && value <= load<i64>(cell, UP_TO);
}

/** "7", "7.0" or "7.05", in cents. */
function moneyCell<Value>(start: usize, end: usize, cell: usize, row: u32): bool {
  if (start === end) {
    put<Value>(cell, row, MISSING);
    return load<u8>(cell, EMPTY) !== 0;
  }
  const decimals = decimalsIn(start, end);
  const digits = (decimals === 0 ? end : end - decimals - 1) - start;
  let value = wholeNumber(start, digits, MOST_DIGITS - 2);
  if (value < 0 || isPadded(start, digits)) return false;
  value *= 100;
  if (decimals > 0) {
    const fraction = load<u64>(end - decimals);
    if (!areDigits(fraction, decimals)) return false;
    value += numberIn(fraction, decimals) * (decimals === 1 ? 10 : 1);
  }
  put<Value>(cell, row, value);
  return isInRange(value, cell);
}

/** How many characters stand after a point: 1, 2 or, for anything else, 0. */
function decimalsIn(start: usize, end: usize): usize {
  if (end - start > 2 && load<u8>(end - 2) === POINT) return 1;
  return end - start > 3 && load<u8>(end - 3) === POINT ? 2 : 0;
}

/** Where "7" ends in "7.0" or "7.00". */
function withoutZeros(start: usize, end: usize): usize {
  let p = end - 1;
  while (p > start && load<u8>(p) === ZERO) p--;
  return load<u8>(p) === POINT && p > start && p < end - 1 ? p : end;
}

function wordCell<Value>(start: usize, end: usize, cell: usize, row: u32): bool {
  const place = wordPlace(start, end, cell);
  if (place < 0) return false;
  put<Value>(cell, row, place);
  return true;
}

/** Which of the cell's words it is; below 0 where it is none. */
function wordPlace(start: usize, end: usize, cell: usize): i32 {
  const low = load<u64>(start);
  const count = load<u32>(cell, WORD_COUNT);
  let word = load<u32>(cell, FIRST_WORD) as usize;
  for (let place: u32 = 0; place < count; place++, word += WORD) {
    const length = load<u32>(word, LENGTH) as usize;
    if (length !== end - start || ((low ^ load<u64>(word)) & load<u64>(word, MASK)) !== 0) continue;
    if (isRest(start, word, length)) return place;
  }
  return -1;
}

/** Whether what follows the first eight bytes is the word's. */
function isRest(start: usize, word: usize, length: usize): bool {
  const rest = (load<u32>(word, REST) as usize) - 8;
  for (let at: usize = 8; at < length; at++) if (load<u8>(start + at) !== load<u8>(rest + at)) return false;
  return true;
}

/**
 * Leaves where the text stands (without the quotes around it), as u32: its first byte from that of the line, and twice its length, 1 more where it is not
 * all ASCII. Does not fit where the text is one of the cell's words, or may have spaces around it.
 */
function textCell(line: usize, start: usize, end: usize, cell: usize, row: u32): bool {
  const at = valueAt(cell, row);
  store<u32>(at, (start - line) as u32);
  store<u32>(at, ((((end - start) as u32) << 1) | (isAscii(start, end) ? 0 : 1)) as u32, 4);
  if (start === end) return load<u8>(cell, EMPTY) !== 0;
  if (mayBeSpace(start) || mayBeSpace(end - 1) || hasQuotes(start, end)) return false;
  return wordPlace(start, end, cell) < 0;
}

function mayBeSpace(p: usize): bool {
  const byte = load<u8>(p);
  return byte <= SPACE || byte >= BEYOND_ASCII;
}

/** Whether there are quotes or carriage returns. */
function hasQuotes(start: usize, end: usize): bool {
  for (let p = start; p < end; p += 16) {
    const bytes = v128.load(p);
    const are = v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE)), i8x16.eq(bytes, i8x16.splat(RETURN)));
    if ((i8x16.bitmask(are) & firstBits(end - p)) !== 0) return true;
  }
  return false;
}

function isAscii(start: usize, end: usize): bool {
  for (let p = start; p < end; p += 16)
    if ((i8x16.bitmask(v128.load(p)) & firstBits(end - p)) !== 0) return false;
  return true;
}

function firstBits(count: usize): i32 {
  return count < 16 ? (1 << (count as i32)) - 1 : 0xffff;
}

/** Where a cell's value in this row stands. */
function valueAt(cell: usize, row: u32): usize {
  return (load<u32>(cell, VALUES) as usize) + ((row as usize) << 3);
}

function put<Value>(cell: usize, row: u32, value: i64): void {
  const at = valueAt(cell, row);
  if (isFloat<Value>()) store<f64>(at, value === MISSING ? NaN : (value as f64));
  else store<i64>(at, value);
}
