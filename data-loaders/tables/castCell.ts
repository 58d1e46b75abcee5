import type {ColumnContract} from "../config/sources.ts";

/** A cell's value, `undefined` for missing, or the reason why it fits nothing. */
export type Cast =
  | {readonly value: number | string | undefined; readonly note?: "missing_above"}
  | {readonly reason: string};

const WHOLE = /^-?(?:0|[1-9]\d*)$/;
const PADDED = /^-?\d+$/;
const DECIMAL_ZERO = /^-?(?:0|[1-9]\d*)(?:\.0+)?$/;
const PADDED_ZERO = /^-?\d+(?:\.0+)?$/;
const MONEY = /^-?(?:0|[1-9]\d*)(?:\.\d{1,2})?$/;

/**
 * The one place that says what a cell's text may be. Numbers may have spaces around them, nothing else:
 * no thousands marks, no exponents, no "NaN". Money comes out in whole cents, so that sums are exact.
 */
export function castCell(column: ColumnContract, text: string): Cast {
  const trimmed = text.trim();
  if (trimmed === "" || column.none.includes(trimmed)) {
    return column.missing ? {value: undefined} : {reason: `${column.name} is empty`};
  }
  if (column.type === "text") return {value: text};
  if (column.type === "category") return castCategory(column, trimmed);
  return castNumber(column, trimmed);
}

function castCategory(column: ColumnContract, text: string): Cast {
  if (column.values && !column.values.includes(text))
    return {reason: `${column.name} is not one of ${column.values.join(", ")}`};
  return {value: text};
}

function castNumber(column: ColumnContract, text: string): Cast {
  if (!numberForm(column).test(text)) return {reason: `${column.name} is not ${numberWords(column)}`};
  const value = Number(text);
  const kept = column.type === "money" ? Math.round(value * 100) : value;
  if (!Number.isSafeInteger(kept)) return {reason: `${column.name} is too large to be exact`};
  if (column.type === "id" && value < 0) return {reason: `${column.name} is below 0`};
  if (column.from !== undefined && value < column.from)
    return {reason: `${column.name} is below ${column.from}`};
  if (column.up_to !== undefined && value > column.up_to)
    return {reason: `${column.name} is above ${column.up_to}`};
  if (column.missing_above && value > column.missing_above.bound)
    return {value: undefined, note: "missing_above"};
  return {value: kept};
}

function numberForm(column: ColumnContract): RegExp {
  if (column.type === "money") return MONEY;
  if (column.zero_padded) return column.decimal_zero ? PADDED_ZERO : PADDED;
  return column.decimal_zero ? DECIMAL_ZERO : WHOLE;
}

function numberWords(column: ColumnContract): string {
  if (column.type === "money") return "an amount with at most two decimals";
  return column.type === "id" ? "a whole number without leading zeros" : "a whole number";
}
