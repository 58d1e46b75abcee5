import {plainLine} from "./lines/plainLine.ts";

const NEWLINE: u8 = 10;

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
 * @param base first byte of all; the last has to be a newline, and 64 bytes after it may be read
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
  let at = base + load<u32>(state, AT);
  let line = load<u32>(state, LINE);
  let rows: u32 = 0;
  let odds: u32 = 0;
  while (at < end && rows < most && odds < most) {
    let p = inline.always(plainLine<f64>(at, cells, width, rows));
    if (p !== 0) {
      store<u32>(starts + ((rows as usize) << 2), (at - base) as u32);
      store<u32>(lineNumbers + ((rows as usize) << 2), line);
      rows++;
    } else {
      const triple = odd + (odds as usize) * TRIPLE;
      p = at;
      while (load<u8>(p) !== NEWLINE) p++;
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
