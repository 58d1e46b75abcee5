import type {TableContract} from "../config/sources.ts";
import {castRow} from "./castRow.ts";
import type {SetAside} from "./populationFlow.ts";
import type {Header} from "./readHeader.ts";
import {Rejects} from "./rejects.ts";
import type {CsvRecord} from "./splitRecords.ts";
import {splitRecords} from "./splitRecords.ts";

/** Verdicts on the lines that the byte grammar does not cover. */
export interface OddLines {
  /** Rows that are good after all: one number per column of the contract, NaN for missing. */
  readonly rows: readonly {readonly line: number; readonly values: Float64Array}[];
  readonly set_aside: readonly SetAside[];
}

/**
 * Reads lines of a big integer file the general way: quotes, carriage returns, spaces. In these files a record is
 * one line, and every line is judged by itself. `odd` holds triples (first byte, end byte, line), as `scanLines`
 * leaves them.
 */
export function readOddLines(
  contract: TableContract,
  header: Header,
  bytes: Uint8Array,
  odd: Int32Array
): OddLines {
  const rejects = new Rejects();
  const rows: {line: number; values: Float64Array}[] = [];
  const decoder = new TextDecoder();
  for (let i = 0; i < odd.length; i += 3) {
    const line = odd[i + 2]!;
    const record = lineRecord(decoder.decode(bytes.slice(odd[i]!, odd[i + 1]!)));
    const row = typeof record === "string" ? record : castRow(contract.columns, header, record);
    if (typeof row === "string") rejects.add(row, line);
    else rows.push({line, values: rowValues(contract, row.row)});
  }
  return {rows, set_aside: rejects.list()};
}

/** The one record of a line, or the reason why there is none. */
function lineRecord(text: string): CsvRecord | string {
  const {records, broken} = splitRecords(text.endsWith("\r") ? text.slice(0, -1) : text);
  if (broken[0]) return broken[0].reason;
  if (records.length > 1) return "holds a carriage return within the line";
  return records[0] ?? {line: 1, fields: [""]};
}

function rowValues(contract: TableContract, row: readonly (number | string | undefined)[]): Float64Array {
  return Float64Array.from(contract.columns, (column, at) => {
    const value = row[at];
    return typeof value === "string" ? (column.values ?? []).indexOf(value) : (value ?? Number.NaN);
  });
}
