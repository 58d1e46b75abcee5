/** What one process did: its time from when its program had started to the last number, and its memory at most. */
export interface Measured {
  readonly total_ms: number;
  readonly peak_mb: number;
  /** Time of each step, in order, and the memory at most up to its end where that is told. */
  readonly steps: readonly (readonly [name: string, ms: number, peak_mb?: number])[];
  /** By query, what the ways must agree on. Absent where nothing is counted. */
  readonly sums?: Readonly<Record<string, Sums>>;
}

/** Over all cells of a query: customers of each cell, items, cents. */
export type Sums = readonly [customers: number, items: number, spend: number];

/** What a way is told. */
export interface StepTask {
  readonly way: string;
  readonly data: string;
  readonly config: string;
  readonly pages: string;
  readonly cache: string;
  readonly queries: readonly (readonly string[])[];
}

/** A name for a query: `loyalty × hour`. */
export function queryName(by: readonly string[]): string {
  return by.length > 0 ? by.join(" × ") : "everyone";
}
