import {parse} from "csv-parse/sync";

/** Grain: one record of a CSV file, with the 1-based line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface Records {
  readonly records: readonly CsvRecord[];
  /** Lines that are no CSV: a stray or unclosed quote. */
  readonly broken: readonly BrokenLine[];
}

export interface BrokenLine {
  readonly line: number;
  readonly reason: string;
}

const PLAIN_CELL = /[^",\r\n]*/y;
const LINE_END = /\r\n|\n|\r/g;
/** A quote, or a carriage return that is not the first half of a line end. */
const NOT_PLAIN = /"|\r(?!\n)/;

/**
 * Splits CSV text into records, strictly as RFC 4180 has it (with any of the three line ends). A line with a stray or
 * unclosed quote is broken; reading goes on at the next line, so that one bad quote costs one row and swallows none.
 * A record over several lines needs the width of the first record, else its first line is taken to have an unclosed
 * quote. Other widths are the caller's to check.
 */
export function splitRecords(text: string): Records {
  const body = withoutMark(text);
  if (!NOT_PLAIN.test(body)) return {records: splitPlain(body), broken: []};
  const records = splitStrictly(body);
  return records ? {records, broken: []} : splitAroundFaults(body);
}

const PIECE = 1000;
const LONE_RETURN = /\r(?!\n)/;

/**
 * The same, a thousand lines at a time and only lines with quotes by csv-parse, as long as every line is a record. From
 * the first piece on where that is not so, the rest comes as the whole text gives it.
 */
export function* recordPieces(text: string, piece = PIECE): Generator<Records> {
  const body = withoutMark(text);
  let told = 0;
  for (let start = 0; start < body.length; ) {
    const {lines, end} = linesAt(body, start, piece);
    const records = lines.some((line) => LONE_RETURN.test(line)) ? undefined : recordsOf(lines, told + 1);
    if (!records) {
      const whole = splitRecords(body);
      yield {records: whole.records.slice(told), broken: whole.broken};
      return;
    }
    yield {records, broken: []};
    told += records.length;
    start = end;
  }
}

function linesAt(text: string, from: number, most: number): {lines: string[]; end: number} {
  const lines: string[] = [];
  let start = from;
  while (start < text.length && lines.length < most) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const hasReturn = newline > start && text[end - 1] === "\r";
    lines.push(text.slice(start, hasReturn ? end - 1 : end));
    start = end + 1;
  }
  return {lines, end: start};
}

/** One record per line, or undefined where a quote may reach over a line end. */
function recordsOf(lines: readonly string[], firstLine: number): CsvRecord[] | undefined {
  const quoted = lines.filter((line) => line.includes('"'));
  if (quoted.some((line) => line.split('"').length % 2 === 0)) return undefined;
  const parsed = quoted.length > 0 ? splitStrictly(quoted.join("\n")) : [];
  if (parsed?.length !== quoted.length) return undefined;
  let next = 0;
  return lines.map((text, at) => ({
    line: firstLine + at,
    fields: text.includes('"') ? parsed[next++]!.fields : text.split(",")
  }));
}

/** Text without quotes has no grammar but commas and line ends. */
function splitPlain(text: string): CsvRecord[] {
  const {lines} = linesAt(text, 0, Number.POSITIVE_INFINITY);
  return lines.map((line, at) => ({line: at + 1, fields: line.split(",")}));
}

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** All records by csv-parse, or undefined where it refuses the text or a quote has swallowed rows. */
function splitStrictly(text: string): CsvRecord[] | undefined {
  const records: CsvRecord[] = [];
  let swallowed = false;
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ["\r\n", "\n", "\r"],
      on_record: (fields: string[]) => {
        const lines = fields.reduce((sum, field) => sum + (field.match(LINE_END)?.length ?? 0), 1);
        swallowed ||= lines > 1 && records[0] !== undefined && fields.length !== records[0].fields.length;
        records.push({line, fields});
        line += lines;
        return null;
      }
    });
  } catch {
    return undefined;
  }
  return swallowed ? undefined : records;
}

/** For text that csv-parse refuses: it does not find its way back to the line after a bad quote, so this does. */
function splitAroundFaults(text: string): Records {
  const records: CsvRecord[] = [];
  const broken: BrokenLine[] = [];
  for (let at = 0, line = 1; at < text.length; ) {
    const found = recordAt(text, at);
    const width = records[0]?.fields.length;
    if ("reason" in found) broken.push({line, reason: found.reason});
    else if (found.lines > 1 && width !== undefined && found.fields.length !== width)
      broken.push({line, reason: UNCLOSED});
    else {
      records.push({line, fields: found.fields});
      at = afterLineEnd(text, found.end);
      line += found.lines;
      continue;
    }
    at = afterLineEnd(text, lineEnd(text, at));
    line++;
  }
  return {records, broken};
}

const UNCLOSED = "a quote is not closed";

/** The cells of a line that is a record by itself; undefined where it may be part of one, or several. */
export function lineFields(line: string): readonly string[] | undefined {
  if (line.includes("\r")) return undefined;
  if (!line.includes('"')) return line.split(",");
  const records = splitStrictly(line);
  return records?.length === 1 ? records[0]!.fields : undefined;
}

/** The record that begins at `start`, with the place of its line end and the number of lines it covers. */
function recordAt(
  text: string,
  start: number
): {fields: string[]; end: number; lines: number} | {reason: string} {
  const fields: string[] = [];
  let lines = 1;
  for (let at = start; ; at++) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return {reason: UNCLOSED};
      const cell = text.slice(at + 1, close);
      const ends = cell.match(LINE_END)?.length ?? 0;
      end = close + 1;
      if (end < text.length && !",\r\n".includes(text[end]!))
        return {reason: ends > 0 ? UNCLOSED : "a quoted cell goes on after its closing quote"};
      lines += ends;
      fields.push(cell.replaceAll('""', '"'));
    } else {
      PLAIN_CELL.lastIndex = at;
      fields.push(PLAIN_CELL.exec(text)![0]);
      end = PLAIN_CELL.lastIndex;
      if (text[end] === '"') return {reason: "a quote stands inside an unquoted cell"};
    }
    if (text[end] !== ",") return {fields, end, lines};
    at = end;
  }
}

/** The first quote from `from` on that is not one of a pair, or -1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? text.length;
}

function afterLineEnd(text: string, end: number): number {
  return text.startsWith("\r\n", end) ? end + 2 : end + 1;
}
