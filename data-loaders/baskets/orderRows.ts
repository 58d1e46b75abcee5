import type {OrderChunk} from "./scanOrders.ts";

/** Where the orders of one part of the file stand in the arena, and how many lines the part has. */
export type OrderRows = Pick<OrderChunk, "first" | "rows" | "lines">;

export function rowsIn(chunks: readonly OrderRows[]): number {
  return chunks.reduce((sum, {rows}) => sum + rows, 0);
}

/** The largest of the ids of all rows. */
export function largestIn(chunks: readonly OrderRows[], ids: Float64Array): number {
  let most = 0;
  for (const {first, rows} of chunks)
    for (let row = first; row < first + rows; row++) if (ids[row]! > most) most = ids[row]!;
  return most;
}
