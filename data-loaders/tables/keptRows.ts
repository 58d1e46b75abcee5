import type {TableContract} from "../config/sources.ts";
import type {Entry} from "./castRow.ts";
import {columnBuilder} from "./columnBuilder.ts";
import type {Column} from "./columnBuilder.ts";
import {keyRows} from "./keyRows.ts";
import type {Rejects} from "./rejects.ts";

/** Rows with unique keys, in file order, as columns; repeats go where the contract says. */
export interface KeptRows<Source> {
  /** `source` leads to the row as it stands in the file; by that are told rows that are the same word for word. */
  readonly add: (entry: Entry, line: number, source: Source) => void;
  /** The rows `from` up to `to`. */
  readonly addAll: (rows: PlainRows<Source>, from: number, to: number) => void;
  readonly finish: () => Kept;
}

/** Rows that follow one another in the file, without a value above its bound. */
export interface PlainRows<Source> {
  /** By column of the contract: numbers or, of a category or text, places in its list of words; NaN for missing. */
  readonly columns: readonly Float64Array[];
  readonly words: readonly (readonly string[])[];
  readonly lines: Int32Array;
  readonly sources: ArrayLike<Source>;
  /** The same row, for the case that its key stood before. */
  readonly entryAt: (row: number) => Entry;
}

interface Kept {
  readonly columns: readonly Column[];
  /** 1-based line of each row. */
  readonly lines: Int32Array;
  /** By row, the columns whose value was above `missing_above`. */
  readonly above: ReadonlyMap<number, readonly string[]>;
}

export function keptRows<Source>(
  contract: TableContract,
  rejects: Rejects,
  textOf: (source: Source) => string
): KeptRows<Source> {
  const keyAt = contract.key.map((name) => contract.columns.findIndex((column) => column.name === name));
  const rowOf = keyRows();
  const builders = contract.columns.map(columnBuilder);
  const lines: number[] = [];
  const sources: Source[] = [];
  const above = new Map<number, readonly string[]>();
  const set = (row: number, entry: Entry, line: number, source: Source): void => {
    for (let at = 0; at < builders.length; at++) builders[at]!.set(row, entry.row[at]);
    lines[row] = line;
    sources[row] = source;
    if (entry.above.length > 0) above.set(row, entry.above);
    else above.delete(row);
  };
  const add: KeptRows<Source>["add"] = (entry, line, source) => {
    const key = keyAt.length === 1 ? entry.row[keyAt[0]!] : keyAt.map((at) => entry.row[at]).join("\u0000");
    const row = rowOf.claim(key, lines.length);
    if (row === lines.length) set(row, entry, line, source);
    else {
      const before = {line: lines[row]!, text: textOf(sources[row]!)};
      if (replaces(contract, before, {line, text: textOf(source)}, rejects)) set(row, entry, line, source);
    }
  };
  const addAll: KeptRows<Source>["addAll"] = (rows, first, end) => {
    const keys = keyAt.length === 1 && isNumeric(contract, keyAt[0]!) ? rows.columns[keyAt[0]!] : undefined;
    for (let from = first; from < end; ) {
      const row = lines.length;
      let to = from;
      // A repeat, and every row where keys are no numbers, is added by itself.
      for (; keys && to < end && rowOf.claim(keys[to]!, lines.length) === lines.length; to++) {
        lines.push(rows.lines[to]!);
        sources.push(rows.sources[to]!);
      }
      for (let at = 0; at < builders.length; at++)
        builders[at]!.setAll(row, rows.columns[at]!, from, to, rows.words[at]!);
      if (to < end) add(rows.entryAt(to), rows.lines[to]!, rows.sources[to]!);
      from = to + 1;
    }
  };
  const finish = (): Kept => ({
    columns: builders.map((builder) => builder.finish(lines.length)),
    lines: new Int32Array(lines),
    above
  });
  return {add, addAll, finish};
}

/** Whether the key is a number in every row. */
function isNumeric({columns}: TableContract, at: number): boolean {
  const {type, missing, optional} = columns[at]!;
  return (type === "id" || type === "whole") && !missing && !optional;
}

interface Place {
  readonly line: number;
  readonly text: string;
}

/** Whether a row with a key that stood before takes the other's place; one of the two is set aside. */
function replaces(
  {key, repeats}: TableContract,
  before: Place,
  {line, text}: Place,
  rejects: Rejects
): boolean {
  if (before.text === text) {
    rejects.add(
      "repeats an earlier row word for word",
      line,
      repeats ? "rule" : "defect",
      repeats?.same.because
    );
    return false;
  }
  if (!repeats) {
    rejects.add(`repeats an earlier ${key.join(", ")} with other values`, line);
    return false;
  }
  const {keep, because} = repeats.different;
  const loser = keep === "first" ? line : before.line;
  rejects.add(`shares its ${key.join(", ")} with a different row`, loser, "rule", because);
  return keep !== "first";
}
