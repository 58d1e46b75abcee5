import type {ColumnContract, TableContract} from "../config/sources.ts";
import type {Header} from "./readHeader.ts";

/** What the bytes of a cell may be. */
export interface CellGrammar {
  /** Digits; one of `words`, or where there are none nothing; anything without quotes, in a column nobody reads. */
  readonly kind: "digits" | "words" | "anything";
  /** "08" is a right way to write 8. */
  readonly padded: boolean;
  /** "7.0" is a right way to write 7. */
  readonly decimalZero: boolean;
  /** An empty cell is a missing value. */
  readonly empty: boolean;
  readonly from: number;
  readonly upTo: number;
  readonly words: readonly string[];
}

/** The declared grammar of a line of whole numbers and words from a list: one entry per cell, in the order of the file. */
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
    ...plainRange(column),
    words: wordsOf(column)
  };
}

function kindOf(column: ColumnContract | undefined): CellGrammar["kind"] {
  if (column === undefined) return "anything";
  return column.type === "id" || column.type === "whole" ? "digits" : "words";
}

/** A list with a word that means missing, or that no bare cell can be, is the general reader's. */
function wordsOf(column: ColumnContract | undefined): readonly string[] {
  const {values = [], none = []} = column ?? {};
  return values.some((word) => none.includes(word) || !BARE.test(word)) ? [] : values;
}

const BARE = /^[^\s",](?:[^",\r\n]*[^\s",])?$/;

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
