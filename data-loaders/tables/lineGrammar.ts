import type {ColumnContract, TableContract} from "../config/sources.ts";
import type {Header} from "./readHeader.ts";

/** What the bytes of a cell may be. */
export interface CellGrammar {
  /**
   * Digits; one of `words`, or where there are none nothing; anything without quotes, in a column nobody reads; an amount
   * with at most two decimals; any text but `words` without spaces around it, with no quotes but around all of it.
   */
  readonly kind: "digits" | "words" | "anything" | "money" | "text";
  /** "08" is a right way to write 8. */
  readonly padded: boolean;
  /** "7.0" is a right way to write 7. */
  readonly decimalZero: boolean;
  /** An empty cell is a missing value. */
  readonly empty: boolean;
  /** Of money in cents. */
  readonly from: number;
  readonly upTo: number;
  readonly words: readonly string[];
}

/** The declared grammar of a line: one entry per cell, in the order of the file. */
export function lineGrammar(contract: TableContract, {width, positions}: Header): readonly CellGrammar[] {
  return Array.from({length: width}, (_, position) =>
    cellGrammar(contract.columns[positions.indexOf(position)])
  );
}

function cellGrammar(column: ColumnContract | undefined): CellGrammar {
  return {
    kind: kindOf(column),
    padded: column?.zero_padded ?? false,
    decimalZero: column?.decimal_zero ?? false,
    empty: column?.missing ?? false,
    ...(column?.type === "money" ? inCents(plainRange(column)) : plainRange(column)),
    words: wordsOf(column)
  };
}

function kindOf(column: ColumnContract | undefined): CellGrammar["kind"] {
  if (column === undefined) return "anything";
  if (column.type === "money" || column.type === "text") return column.type;
  return column.type === "category" ? "words" : "digits";
}

/** A list with a word that means missing, or that no bare cell can be, is the general reader's, and so is missing text. */
function wordsOf(column: ColumnContract | undefined): readonly string[] {
  const {type, values = [], none = []} = column ?? {};
  if (type === "text") return none;
  return values.some((word) => none.includes(word) || !isBare(word)) ? [] : values;
}

/** Whether a cell may hold the word without quotes. */
export function isBare(word: string): boolean {
  return BARE.test(word);
}

const BARE = /^[^\s",](?:[^",\r\n]*[^\s",])?$/;

interface Range {
  readonly from: number;
  readonly upTo: number;
}

/** Leaves out numbers that mean missing (999) or are above the bound: those go to the general reader. */
function plainRange(column?: ColumnContract): Range {
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

/** The least and the most cents that, as an amount, are within the range. */
function inCents({from, upTo}: Range): Range {
  const least = Math.round(from * 100);
  const most = Math.round(upTo * 100);
  return {from: least / 100 < from ? least + 1 : least, upTo: most / 100 > upTo ? most - 1 : most};
}
