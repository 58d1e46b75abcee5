import {closeSync, openSync} from "node:fs";
import type {TableContract} from "../config/sources.ts";
import {blockDigest, blocks} from "../tables/fileDigest.ts";
import type {SetAside} from "../tables/populationFlow.ts";
import {readChunk} from "../tables/readChunk.ts";
import type {Header} from "../tables/readHeader.ts";
import {readOddLines} from "../tables/readOddLines.ts";
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

/** Reads a chunk line by line through the byte grammar, odd lines the general way, and gives every good row to `sink`. */
export function scanChunk(task: ChunkTask, sink: RowSink): ChunkReport {
  const {contract, header} = task;
  const descriptor = openSync(task.path, "r");
  try {
    const {bytes, start, end} = readChunk(descriptor, task.file, task.firstLine, task.from, task.to, scratch);
    const scan = startScan(start);
    const values = new Float64Array(BATCH_ROWS * header.width);
    const lines = new Int32Array(BATCH_ROWS);
    const grammar = lineGrammar(contract, header);
    while (scan.at < end) {
      scanLines(bytes, end, grammar, scan, values, lines);
      for (let row = 0; row < scan.rows; row++)
        sink(values, row * header.width, header.positions, lines[row]!);
    }
    const odd = readOddLines(contract, header, bytes, scan.odd);
    const inOrder = contract.columns.map((_, at) => at);
    for (const {line, values: row} of odd.rows) sink(row, 0, inOrder, line);
    const before = task.from > 0 ? 1 : 0;
    return {
      lines: scan.lines,
      set_aside: odd.set_aside,
      digest: blockDigest(bytes.subarray(before, before + task.to - task.from))
    };
  } finally {
    closeSync(descriptor);
  }
}

/** Cuts a file into the blocks of its digest. */
export function chunkTasks(task: Omit<ChunkTask, "from" | "to">, fileSize: number): ChunkTask[] {
  return blocks(fileSize).map(([from, to]) => ({...task, from, to}));
}

/** Positions of the named columns within the contract, for a sink. */
export function columnPlaces(contract: TableContract, names: readonly string[]): number[] {
  return names.map((name) => contract.columns.findIndex((column) => column.name === name));
}
