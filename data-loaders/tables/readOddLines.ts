import type {TableContract} from "../config/sources.ts";
import type {SetAside} from "./populationFlow.ts";
import type {Header} from "./readHeader.ts";
import {Rejects} from "./rejects.ts";
import type {CsvRecord} from "./splitRecords.ts";
import {splitRecords} from "./splitRecords.ts";
import {castRow} from "./textTable.ts";

/** Verdicts on the lines that the byte grammar does not cover. */
export interface OddLines {
  /** Rows that are good after all: one number per column of the contract, NaN for missing. */
  readonly rows: readonly {readonly line: number; readonly values: Float64Array}[];
  readonly set_aside: readonly SetAside[];
}

/**
 * Reads lines of a big integer file the general way: quotes, carriage returns, spaces. In these files a record is
 * one line. `odd` holds triples (first byte, end byte, line), as `scanLines` leaves them.
 */
export function readOddLines(
  contract: TableContract,
  header: Header,
  bytes: Uint8Array,
  odd: readonly number[]
): OddLines {
  const rejects = new Rejects();
  const rows: {line: number; values: Float64Array}[] = [];
  const decoder = new TextDecoder();
  for (let i = 0; i < odd.length; i += BATCH * 3) {
    const triples = odd.slice(i, i + BATCH * 3);
    const texts = Array.from({length: triples.length / 3}, (_, k) =>
      decoder.decode(bytes.subarray(triples[k * 3]!, triples[k * 3 + 1]!))
    );
    for (const [k, record] of lineRecords(texts).entries()) {
      const line = triples[k * 3 + 2]!;
      const row = typeof record === "string" ? record : castRow(contract.columns, header, record);
      if (typeof row === "string") rejects.add(row, line);
      else rows.push({line, values: rowValues(contract, row.row)});
    }
  }
  return {rows, set_aside: rejects.list()};
}

const BATCH = 20_000;

/** One record, or the reason why there is none, for each line. */
function lineRecords(texts: readonly string[]): (CsvRecord | string)[] {
  const together = splitRecords(texts.join("\n"));
  if (together.broken.length === 0 && together.records.length === texts.length) return [...together.records];
  return texts.map((text) => {
    const {records, broken} = splitRecords(text);
    return broken[0]?.reason ?? records[0] ?? {line: 1, fields: [""]};
  });
}

function rowValues(contract: TableContract, row: readonly (number | string | undefined)[]): Float64Array {
  return Float64Array.from(contract.columns, (column, at) => {
    const value = row[at];
    return typeof value === "string" ? (column.values ?? []).indexOf(value) : (value ?? Number.NaN);
  });
}
