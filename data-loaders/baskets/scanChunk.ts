import {closeSync, openSync} from "node:fs";
import type {TableContract} from "../config/sources.ts";
import {cellGrammars} from "../tables/cellGrammars.ts";
import {blockDigest} from "../tables/blockDigest.ts";
import {blocks} from "../tables/fileDigest.ts";
import {lineBatch} from "../tables/lineBatch.ts";
import {lineGrammar} from "../tables/lineGrammar.ts";
import type {SetAside} from "../tables/populationFlow.ts";
import {readChunk} from "../tables/readChunk.ts";
import type {Header} from "../tables/readHeader.ts";
import {readOddLines} from "../tables/readOddLines.ts";
import type {OddLines} from "../tables/readOddLines.ts";
import {Rejects} from "../tables/rejects.ts";
import {scanLines, startScan} from "../tables/scanLines.ts";
import type {Scan} from "../tables/scanLines.ts";

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

/** Good rows: `values[at[c] + row]` is the c-th column of the contract. */
export interface RowBatch {
  readonly values: Float64Array;
  readonly at: readonly number[];
  /** Line of each row, from 0 in the chunk. */
  readonly lines: Int32Array;
}

/** Takes the rows `from` up to `to` of a batch. */
export type RowSink = (batch: RowBatch, from: number, to: number) => void;

/** Takes what lines it can from `scan` on; the general reader goes on from there. */
export type PlainLane = (bytes: Uint8Array, end: number, scan: Scan) => void;

const BATCH_ROWS = 4096;
/** What stops the plain lane is mostly one line. */
const FEW_ROWS = 64;

/**
 * Reads a chunk line by line through the byte grammar, odd lines the general way, and gives all good rows to `sink`,
 * in the order of the file: quotes around a line must not change which of two repeats comes first.
 */
export function scanChunk(task: ChunkTask, sink: RowSink, plainLane?: PlainLane): ChunkReport {
  const {contract, header, from, to} = task;
  const descriptor = openSync(task.path, "r");
  try {
    const {bytes, start, end} = readChunk(descriptor, task.file, task.firstLine, from, to);
    const scan = startScan(start);
    const batch = lineBatch(header.width, plainLane ? FEW_ROWS : BATCH_ROWS);
    const cells = cellGrammars(lineGrammar(contract, header), batch);
    const rows = {...batch, at: columnStarts(header, batch.most)};
    const rejects = new Rejects();
    for (plainLane?.(bytes, end, scan); scan.at < end; plainLane?.(bytes, end, scan)) {
      scanLines(bytes.byteOffset, end, cells, scan, batch);
      if (scan.odd === 0) sink(rows, 0, scan.rows);
      else {
        const odd = readOddLines(contract, header, bytes, batch.odd.subarray(0, 3 * scan.odd));
        rejects.merge(odd.set_aside);
        inFileOrder(rows, scan.rows, odd.rows, sink);
      }
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

/** Where each column of the contract begins; columns that the file has not are the one that stays NaN. */
function columnStarts({width, positions}: Header, most: number): number[] {
  return positions.map((position) => (position < 0 ? width : position) * most);
}

/** Gives the odd rows between the others. */
function inFileOrder(rows: RowBatch, count: number, odd: OddLines["rows"], sink: RowSink): void {
  let from = 0;
  for (const {line, values} of odd) {
    let to = from;
    while (to < count && rows.lines[to]! < line) to++;
    sink(rows, from, to);
    sink({values, at: [...values.keys()], lines: Int32Array.of(line)}, 0, 1);
    from = to;
  }
  sink(rows, from, count);
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

/** Shared memory is copied by the byte unless both sides begin at a word. */
const WORD = 8;

/**
 * At most so many rows stand in a chunk: every cell takes a byte for its end, and one more if it has to have a value.
 * Whole words of any column, so that each chunk's rows begin at one.
 */
export function mostRows({contract, header, from, to}: ChunkTask): number {
  const filled = contract.columns.filter(({missing}, at) => !missing && header.positions[at]! >= 0);
  const rows = Math.ceil((to - from) / (header.width + filled.length)) + 1;
  return Math.ceil(rows / WORD) * WORD;
}

/** Where the rows of each chunk begin when all have room for the most they can hold, and the room for all. */
export function firstRows(tasks: readonly ChunkTask[]): {
  readonly firsts: readonly number[];
  readonly rows: number;
} {
  const firsts: number[] = [];
  let rows = 0;
  for (const task of tasks) {
    firsts.push(rows);
    rows += mostRows(task);
  }
  return {firsts, rows};
}
