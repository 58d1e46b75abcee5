import type {TableContract} from "../config/sources.ts";
import type {Entry} from "./castRow.ts";
import {columnBuilder} from "./columnBuilder.ts";
import type {Column} from "./columnBuilder.ts";
import type {Rejects} from "./rejects.ts";

/** Rows with unique keys, in file order, as columns; repeats go where the contract says. */
export interface KeptRows {
  /** `text` is the row as it stands in the file; by it are told rows that are the same word for word. */
  readonly add: (entry: Entry, line: number, text: string) => void;
  /** 1-based line of each row. */
  readonly lines: readonly number[];
  /** By row, the columns whose value was above `missing_above`. */
  readonly above: ReadonlyMap<number, readonly string[]>;
  readonly columns: () => Column[];
}

export function keptRows(contract: TableContract, rejects: Rejects): KeptRows {
  const keyAt = contract.key.map((name) => contract.columns.findIndex((column) => column.name === name));
  const rowOf = new Map<unknown, number>();
  const builders = contract.columns.map(columnBuilder);
  const lines: number[] = [];
  const texts: string[] = [];
  const above = new Map<number, readonly string[]>();
  const set = (row: number, entry: Entry, line: number, text: string): void => {
    for (let at = 0; at < builders.length; at++) builders[at]!.set(row, entry.row[at]);
    lines[row] = line;
    texts[row] = text;
    if (entry.above.length > 0) above.set(row, entry.above);
    else above.delete(row);
  };
  const add: KeptRows["add"] = (entry, line, text) => {
    const key = keyAt.length === 1 ? entry.row[keyAt[0]!] : keyAt.map((at) => entry.row[at]).join("\u0000");
    const row = rowOf.get(key);
    if (row === undefined) {
      rowOf.set(key, lines.length);
      set(lines.length, entry, line, text);
    } else if (replaces(contract, {line: lines[row]!, text: texts[row]!}, {line, text}, rejects))
      set(row, entry, line, text);
  };
  return {add, lines, above, columns: () => builders.map(({finish}) => finish(lines.length))};
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
