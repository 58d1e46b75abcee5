import type {ColumnContract} from "../config/sources.ts";

/** One column of a table in memory; NaN and -1 stand for missing. */
export type Column =
  | {readonly kind: "numbers"; readonly values: Float64Array}
  | {readonly kind: "categories"; readonly codes: Int32Array; readonly labels: readonly string[]}
  | {readonly kind: "texts"; readonly values: readonly (string | undefined)[]};

type Value = number | string | undefined;

/** A column that grows row by row; a row may be set again. */
export interface ColumnBuilder {
  readonly set: (row: number, value: Value) => void;
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
    finish: () => ({kind: "texts", values})
  };
}

function numberBuilder(): ColumnBuilder {
  let values = new Float64Array(1024);
  return {
    set(row, value) {
      if (row >= values.length) values = grown(values, new Float64Array(2 * row));
      values[row] = (value as number | undefined) ?? Number.NaN;
    },
    finish: (rows) => ({kind: "numbers", values: values.slice(0, rows)})
  };
}

/** Labels come out in code-unit order, so that codes do not depend on the order of rows. */
function categoryBuilder(): ColumnBuilder {
  let codes = new Int32Array(1024);
  const codeOf = new Map<Value, number>([[undefined, -1]]);
  return {
    set(row, value) {
      if (row >= codes.length) codes = grown(codes, new Int32Array(2 * row));
      let code = codeOf.get(value);
      if (code === undefined) {
        code = codeOf.size - 1;
        codeOf.set(value, code);
      }
      codes[row] = code;
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
