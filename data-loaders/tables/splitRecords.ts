import {parse} from "csv-parse/sync";
import type {CsvError} from "csv-parse/sync";

/** Grain: one record of a CSV file, with the 1-based line on which it ends. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface Records {
  readonly records: readonly CsvRecord[];
  /** Lines that are no CSV: a stray or unclosed quote. */
  readonly broken: readonly {readonly line: number; readonly reason: string}[];
}

/**
 * Splits CSV text into records (RFC 4180). Text without a single quote or carriage return has no grammar but
 * commas and newlines, and is split as such; all other text goes through csv-parse. Widths are the caller's to check.
 */
export function splitRecords(text: string): Records {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return /["\r]/.test(body) ? splitGeneral(body) : {records: splitPlain(body), broken: []};
}

function splitPlain(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  for (let start = 0, line = 1; start < text.length; line++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    records.push({line, fields: text.slice(start, end).split(",")});
    start = end + 1;
  }
  return records;
}

function splitGeneral(text: string): Records {
  const records: CsvRecord[] = [];
  const broken: {line: number; reason: string}[] = [];
  parse(text, {
    relax_column_count: true,
    skip_empty_lines: false,
    skip_records_with_error: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    on_skip: (error) => void broken.push({line: Number(error?.["lines"] ?? 0), reason: brokenReason(error)}),
    on_record: (fields: string[], {lines}) => {
      records.push({line: lines, fields});
      return null;
    }
  });
  return {records, broken};
}

function brokenReason(error: CsvError | undefined): string {
  return error?.code === "CSV_QUOTE_NOT_CLOSED"
    ? "a quote is not closed"
    : "a quote stands inside an unquoted cell";
}
