import type {Part} from "../config/measures.ts";

/** What a measure needs of an aggregate: additive parts by cell. Grain: one entry per cell. */
export interface CountedCells {
  readonly cells: number;
  /** Spend in cents. NaN in every part of a hidden cell. */
  readonly parts: Readonly<Partial<Record<Part, Float64Array>>> & {readonly customers: Float64Array};
  /** Cell × width counts of gaps of 0, 1, 2 … whole days. */
  readonly gap_histogram?: {readonly width: number; readonly counts: Float64Array};
  /** 1 where the disclosure gate hides the cell. */
  readonly hidden: Uint8Array;
}
