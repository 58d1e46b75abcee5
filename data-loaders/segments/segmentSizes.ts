import type {Assigned} from "./assignSegments.ts";

/** Grain: one row per segment, in order of code. */
export interface SegmentSize {
  readonly label: string;
  /** Customers, orders, or products, by the grain that is split. */
  readonly rows: number;
  /** From 0 to 1; NaN where there is nothing to split. */
  readonly share: number;
}

/** How large each segment is; empty ones too. */
export function segmentSizes({labels, codes}: Pick<Assigned, "labels" | "codes">): readonly SegmentSize[] {
  const counts = new Uint32Array(labels.length);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return labels.map((label, code) => ({label, rows: counts[code]!, share: counts[code]! / codes.length}));
}
