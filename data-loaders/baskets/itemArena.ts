import {firstRows} from "./scanChunk.ts";
import type {ChunkTask} from "./scanChunk.ts";

/** Where the threads leave the items of all chunks; one piece of memory, so that it can be given back as one. */
export interface ItemArena {
  /** Packed as in the store, in the order of the file. */
  readonly item: Uint32Array<SharedArrayBuffer>;
  /** Grain: one row per run of lines with the same order id: that id. */
  readonly runOrder: Float64Array<SharedArrayBuffer>;
  /** Place of the run's first item; it ends where the next begins. Behind a chunk's last run stands its end. */
  readonly runStart: Uint32Array<SharedArrayBuffer>;
  /** Of an order's run that is not its last: where the next is found. */
  readonly nextRun: Float64Array<SharedArrayBuffer>;
}

/** Where the next item, and the next run, of a chunk goes in the arena. */
export interface ItemEnd {
  item: number;
  run: number;
  /** Order id of the run that is open, or -1. */
  order: number;
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
      runOrder: new Float64Array(new SharedArrayBuffer(8 * rows)),
      runStart: new Uint32Array(new SharedArrayBuffer(4 * rows)),
      nextRun: new Float64Array(new SharedArrayBuffer(8 * rows))
    }
  };
}
