import {closeSync, openSync} from "node:fs";
import type {TableContract} from "../config/sources.ts";
import {blockDigest, blocks} from "../tables/fileDigest.ts";
import type {SetAside} from "../tables/populationFlow.ts";
import {readChunk} from "../tables/readChunk.ts";
import type {Header} from "../tables/readHeader.ts";
import {readOddLines} from "../tables/readOddLines.ts";
import type {OddLines} from "../tables/readOddLines.ts";
import {Rejects} from "../tables/rejects.ts";
import {lineGrammar, scanLines, startScan} from "../tables/scanLines.ts";

/** A part of one of the two big files, for a worker thread. */
export interface ChunkTask {
  readonly contract: TableContract;
  readonly header: Header;
  readonly path: string;
  readonly file: string;
  /** First byte after the header, for the first chunk. */
  readonly firstLine: number;
  readonly from: number;
  readonly to: number;
}

/** What every chunk tells beside its rows. */
export interface ChunkReport {
  /** Lines that start in the chunk. */
  readonly lines: number;
  /** Rows that fail the contract; line numbers count from 0 at the chunk's start. */
  readonly set_aside: readonly SetAside[];
  /** Of the chunk's bytes, one block of the file's digest. */
  readonly digest: string;
}

/** Takes one good row: `values[base + at[c]]` is the c-th column of the contract. `line` counts from 0 in the chunk. */
export type RowSink = (values: Float64Array, base: number, at: readonly number[], line: number) => void;

const BATCH_ROWS = 4096;
const scratch = {bytes: new Uint8Array(0)};

/**
 * Reads a chunk line by line through the byte grammar, odd lines the general way, and gives every good row to `sink`,
 * in the order of the file: quotes around a line must not change which of two repeats comes first.
 */
export function scanChunk(task: ChunkTask, sink: RowSink): ChunkReport {
  const {contract, header, from, to} = task;
  const descriptor = openSync(task.path, "r");
  try {
    const {bytes, start, end} = readChunk(descriptor, task.file, task.firstLine, from, to, scratch);
    const scan = startScan(start);
    const rows = batch(header);
    const grammar = lineGrammar(contract, header);
    const rejects = new Rejects();
    while (scan.at < end) {
      scanLines(bytes, end, grammar, scan, rows.values, rows.lines);
      const odd = readOddLines(contract, header, bytes, scan.odd.splice(0));
      rejects.merge(odd.set_aside);
      inFileOrder(rows, scan.rows, odd.rows, sink);
    }
    const before = from > 0 ? 1 : 0;
    return {
      lines: scan.lines,
      set_aside: rejects.list(),
      digest: blockDigest(bytes.subarray(before, before + to - from))
    };
  } finally {
    closeSync(descriptor);
  }
}

/** Room for rows of the byte grammar; one cell more than the file has stays NaN, for columns it has not. */
function batch({width, positions}: Header) {
  return {
    stride: width + 1,
    values: new Float64Array(BATCH_ROWS * (width + 1)).fill(Number.NaN),
    lines: new Int32Array(BATCH_ROWS),
    at: positions.map((position) => (position < 0 ? width : position))
  };
}

function inFileOrder(
  rows: ReturnType<typeof batch>,
  count: number,
  odd: OddLines["rows"],
  sink: RowSink
): void {
  const {values, stride, at, lines} = rows;
  let next = 0;
  const sinkOddBefore = (line: number): void => {
    for (let row = odd[next]; row && row.line < line; row = odd[++next])
      sink(row.values, 0, [...row.values.keys()], row.line);
  };
  for (let row = 0; row < count; row++) {
    if (next < odd.length) sinkOddBefore(lines[row]!);
    sink(values, row * stride, at, lines[row]!);
  }
  sinkOddBefore(Number.POSITIVE_INFINITY);
}

/** Cuts a file into the blocks of its digest. */
export function chunkTasks(
  task: Omit<ChunkTask, "from" | "to">,
  fileSize: number,
  block: number
): ChunkTask[] {
  return blocks(fileSize, block).map(([from, to]) => ({...task, from, to}));
}

/** Positions of the named columns within the contract, for a sink. */
export function columnPlaces(contract: TableContract, names: readonly string[]): number[] {
  return names.map((name) => contract.columns.findIndex((column) => column.name === name));
}

/** At most so many rows stand in a chunk: every cell takes a byte for its end, and one more if it has to have a value. */
export function mostRows({contract, header, from, to}: ChunkTask): number {
  const filled = contract.columns.filter(({missing}, at) => !missing && header.positions[at]! >= 0);
  return Math.ceil((to - from) / (header.width + filled.length)) + 1;
}
