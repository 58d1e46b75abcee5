import type {ColumnContract} from "../config/sources.ts";

/** One column of a table in memory; NaN and -1 stand for missing. */
export type Column =
  | {readonly kind: "numbers"; readonly values: Float64Array}
  | {readonly kind: "categories"; readonly codes: Int32Array; readonly labels: readonly string[]}
  | {readonly kind: "texts"; readonly values: readonly (string | undefined)[]};

type Value = number | string | undefined;
type Words = readonly string[];

/** A column that grows row by row; a row may be set again. */
export interface ColumnBuilder {
  readonly set: (row: number, value: Value) => void;
  /** Sets the rows from `row` on to values `from` to `to`: numbers or places in the list of words; NaN for missing. */
  readonly setAll: (row: number, values: Float64Array, from: number, to: number, words: Words) => void;
  readonly finish: (rows: number) => Column;
}

export function columnBuilder({type}: ColumnContract): ColumnBuilder {
  if (type === "text") return textBuilder();
  return type === "category" ? categoryBuilder() : numberBuilder();
}

function textBuilder(): ColumnBuilder {
  const values: (string | undefined)[] = [];
  return {
    set(row, value) {
      values[row] = value as string | undefined;
    },
    setAll(row, places, from, to, words) {
      for (let at = from; at < to; at++) values[row + at - from] = words[places[at]!];
    },
    finish: () => ({kind: "texts", values})
  };
}

function numberBuilder(): ColumnBuilder {
  let values = new Float64Array(1024);
  const reserve = (rows: number): void => {
    if (rows > values.length) values = grown(values, new Float64Array(2 * rows));
  };
  return {
    set(row, value) {
      reserve(row + 1);
      values[row] = (value as number | undefined) ?? Number.NaN;
    },
    setAll(row, numbers, from, to) {
      reserve(row + to - from);
      for (let at = from; at < to; at++) values[row + at - from] = numbers[at]!;
    },
    finish: (rows) => ({kind: "numbers", values: values.slice(0, rows)})
  };
}

/** Labels come out in code-unit order, so that codes do not depend on the order of rows. */
function categoryBuilder(): ColumnBuilder {
  let codes = new Int32Array(1024);
  const codeOf = new Map<Value, number>([[undefined, -1]]);
  let lastWords: Words = [];
  let wordCodes: readonly number[] = [];
  const reserve = (rows: number): void => {
    if (rows > codes.length) codes = grown(codes, new Int32Array(2 * rows));
  };
  const code = (value: Value): number => {
    const known = codeOf.get(value);
    if (known !== undefined) return known;
    codeOf.set(value, codeOf.size - 1);
    return codeOf.size - 2;
  };
  return {
    set(row, value) {
      reserve(row + 1);
      codes[row] = code(value);
    },
    setAll(row, places, from, to, words) {
      reserve(row + to - from);
      if (words !== lastWords) wordCodes = words.map(code);
      lastWords = words;
      for (let at = from; at < to; at++) codes[row + at - from] = wordCodes[places[at]!] ?? -1;
    },
    finish(rows) {
      const used = new Uint8Array(codeOf.size);
      for (let row = 0; row < rows; row++) used[codes[row]! + 1] = 1;
      const labels = [...codeOf]
        .flatMap(([label, code]) => (code >= 0 && used[code + 1] === 1 ? [String(label)] : []))
        .sort();
      const sorted = new Int32Array(codeOf.size).fill(-1);
      for (const [at, label] of labels.entries()) sorted[codeOf.get(label)! + 1] = at;
      const values = new Int32Array(rows);
      for (let row = 0; row < rows; row++) values[row] = sorted[codes[row]! + 1]!;
      return {kind: "categories", labels, codes: values};
    }
  };
}

function grown<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
