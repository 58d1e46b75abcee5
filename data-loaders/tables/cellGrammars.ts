import {kernelArray} from "../kernels/kernelMemory.ts";
import type {CellGrammar} from "./lineGrammar.ts";

const CELL = 32;
const WORD = 24;
const KINDS: readonly CellGrammar["kind"][] = ["digits", "words", "anything", "money", "text"];

/** Columns of `most` values, one after another. */
interface ValueColumns {
  readonly values: {readonly byteOffset: number; readonly BYTES_PER_ELEMENT: number};
  readonly most: number;
}

/**
 * The grammar of a line as `kernels/assembly/lines/plainLine.ts` reads it, its values bound for these columns. Per cell:
 * least and largest number (i64), place and number of the words, place of the values (u32), kind, three yes or no (u8).
 * Per word: the first eight bytes, the mask of those it has (u64), its length, place of the ninth (u32).
 */
export function cellGrammars(grammar: readonly CellGrammar[], {values, most}: ValueColumns): DataView {
  const cells = viewOf(grammar.length * CELL);
  for (const [at, cell] of grammar.entries()) {
    const into = at * CELL;
    cells.setBigInt64(into, wholeNumber(Math.ceil(cell.from)), true);
    cells.setBigInt64(into + 8, wholeNumber(Math.floor(cell.upTo)), true);
    cells.setUint32(into + 16, wordsPlace(cell.words), true);
    cells.setUint32(into + 20, cell.words.length, true);
    cells.setUint32(into + 24, values.byteOffset + at * most * values.BYTES_PER_ELEMENT, true);
    cells.setUint8(into + 28, KINDS.indexOf(cell.kind));
    cells.setUint8(into + 29, Number(cell.padded));
    cells.setUint8(into + 30, Number(cell.decimalZero));
    cells.setUint8(into + 31, Number(cell.empty));
  }
  return cells;
}

/** No cell's number is below 0 or above what is exact. */
function wholeNumber(bound: number): bigint {
  return BigInt(Math.min(Math.max(bound, -1), Number.MAX_SAFE_INTEGER));
}

function wordsPlace(texts: readonly string[]): number {
  const words = viewOf(texts.length * WORD);
  const encoder = new TextEncoder();
  for (const [at, text] of texts.entries()) {
    const given = encoder.encode(text);
    const bytes = kernelArray(Uint8Array, given.length);
    bytes.set(given);
    for (let i = 0; i < 8; i++) {
      words.setUint8(at * WORD + i, given[i] ?? 0);
      words.setUint8(at * WORD + 8 + i, i < given.length ? 0xff : 0);
    }
    words.setUint32(at * WORD + 16, given.length, true);
    words.setUint32(at * WORD + 20, bytes.byteOffset + 8, true);
  }
  return words.byteOffset;
}

function viewOf(bytes: number): DataView {
  const {buffer, byteOffset, byteLength} = kernelArray(Uint8Array, bytes);
  return new DataView(buffer, byteOffset, byteLength);
}
