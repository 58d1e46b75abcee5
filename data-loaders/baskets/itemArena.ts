import {firstRows} from "./scanChunk.ts";
import type {ChunkTask} from "./scanChunk.ts";

/**
 * Where the threads leave the items of all chunks; one piece of memory, so that it can be given back as one. A chunk's runs
 * stand stretch by stretch, those of a stretch in the order of the file.
 */
export interface ItemArena {
  /** Packed as in the store, run by run. */
  readonly item: Uint32Array<SharedArrayBuffer>;
  /** Grain: one row per run of lines with the same order id: that order's row in the arena of orders, until it is linked. */
  readonly runRow: Uint32Array<SharedArrayBuffer>;
  /** Place of the run's first item; it ends where the next begins. Behind a chunk's last run stands its end. */
  readonly runStart: Uint32Array<SharedArrayBuffer>;
  /** Of a run that is not its order's last: where the next is found, see FoundItems. */
  readonly nextRun: Uint32Array<SharedArrayBuffer>;
}

/**
 * Orders whose rows in their arena stand together, 2^`bits` of them. Items come in the order of another file: those of a
 * stretch are gathered, so that what they are placed by and where they go is in the processor's cache.
 */
export interface Stretches {
  readonly bits: number;
  readonly count: number;
}

const LEAST_BITS = 15;
const MOST_STRETCHES = 512;

export function stretchesOf(rows: number): Stretches {
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(Math.max(1, rows) / MOST_STRETCHES)));
  return {bits, count: Math.max(1, Math.ceil(rows / 2 ** bits))};
}

/** The arena, until it is taken out so that nothing holds on to its memory, and where each chunk begins in it. */
export interface ItemRoom {
  arena?: ItemArena;
  readonly firsts: readonly number[];
}

/** Room for as many items as the chunks can hold; memory that is not written to costs nothing. */
export function itemRoom(tasks: readonly ChunkTask[]): ItemRoom {
  const {firsts, rows} = firstRows(tasks);
  return {
    firsts,
    arena: {
      item: new Uint32Array(new SharedArrayBuffer(4 * rows)),
      runRow: new Uint32Array(new SharedArrayBuffer(4 * rows)),
      runStart: new Uint32Array(new SharedArrayBuffer(4 * rows)),
      nextRun: new Uint32Array(new SharedArrayBuffer(4 * rows))
    }
  };
}
