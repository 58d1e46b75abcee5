import {gatherRuns} from "../kernels/gatherRuns.ts";
import {kernelArray} from "../kernels/kernelMemory.ts";
import type {ChunkItems} from "./chunkItems.ts";
import {placesOf} from "./idIndex.ts";
import type {IdIndex} from "./idIndex.ts";
import type {ItemArena, Stretches} from "./itemArena.ts";

/** A chunk's items as they stand in the arena. */
export interface GatheredItems {
  readonly items: number;
  /** First run of each stretch, from 0 in the chunk, and behind the last the number of runs. */
  readonly starts: Uint32Array;
  /** Items left out, since their order is not in the file. */
  readonly noOrder: number;
  /** Rows of orders one of whose runs holds a product more than once. */
  readonly repeating: readonly number[];
}

export interface GatherTask {
  readonly arena: ItemArena;
  /** Order id to row of the arena of orders. */
  readonly orders: IdIndex;
  readonly stretches: Stretches;
  /** Place of the chunk's first item, and of its first run, in the arena. */
  readonly first: number;
}

/** Brings a chunk's items into the arena, stretch by stretch. */
export function gatherItems(
  {item, runOrder, runStart, repeating, items, runs}: ChunkItems,
  {arena, orders, stretches, first}: GatherTask
): GatheredItems {
  runStart[runs] = items;
  const runRow = kernelArray(Int32Array, runs);
  placesOf(orders, runOrder, runs, runRow);
  const {bits, count} = stretches;
  const starts = kernelArray(Uint32Array, count + 1);
  const to = {
    item: kernelArray(Uint32Array, items),
    row: kernelArray(Uint32Array, runs),
    start: kernelArray(Uint32Array, runs + 1)
  };
  const kept = gatherRuns(
    item.byteOffset,
    runStart.byteOffset,
    runRow.byteOffset,
    runs,
    bits,
    count,
    starts.byteOffset,
    kernelArray(Uint32Array, count).byteOffset,
    to.item.byteOffset,
    to.row.byteOffset,
    to.start.byteOffset,
    first
  );
  const keptRuns = starts[count]!;
  arena.item.set(to.item.subarray(0, kept), first);
  arena.runRow.set(to.row.subarray(0, keptRuns), first);
  arena.runStart.set(to.start.subarray(0, keptRuns + 1), first);
  return {
    items: kept,
    starts: starts.slice(),
    noOrder: items - kept,
    repeating: [...repeating].map((run) => runRow[run]!).filter((row) => row >= 0)
  };
}
