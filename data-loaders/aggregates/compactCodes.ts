import type {Factor} from "./cellPlan.ts";

export type Codes = Uint16Array | Uint32Array;

/** In two bytes where they fit: what is looked up per item should leave room in the cache for the rest. */
export function compactCodes({
  codes,
  size
}: {readonly codes?: ArrayLike<number>} & Pick<Factor, "size">): Codes {
  return size <= 65536 ? Uint16Array.from(codes!) : Uint32Array.from(codes!);
}
