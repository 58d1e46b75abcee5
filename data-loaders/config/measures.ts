/** Exact types of `config/measures.yaml`. */

/** The additive parts every aggregate cell may carry. Spend is in cents. */
export type Part =
  | "customers"
  | "orders"
  | "items"
  | "priced_items"
  | "spend"
  | "reordered_items"
  | "gaps"
  | "gap_days";

/** The smallest difference from everyone's value that is worth acting on; above 0. */
export type Matters =
  /** As a share of everyone's value: 0.05 for `5%`. */
  | {readonly kind: "relative"; readonly share: number}
  /** Percentage points of a share (2, not 0.02), points of an index. */
  | {readonly kind: "points"; readonly points: number};

interface MeasureBase {
  readonly name: string;
  /** `money`, `share`, `index`, or words: `items per order`. */
  readonly unit: string;
  readonly base: string;
  readonly says: string;
  /** Absent where segments are not compared: a total grows with its segment. */
  readonly matters?: Matters;
}

export type Measure = MeasureBase &
  (
    | {readonly kind: "total"; readonly part: Part}
    | {readonly kind: "ratio"; readonly over: readonly [Part, Part]}
    /** Exact median, from the histogram of whole days. */
    | {readonly kind: "median"; readonly of: "gaps"}
    /** Part of the cell over the part's total of its group. */
    | {readonly kind: "share"; readonly part: Part}
    /** Customers of the cell who bought, over all customers of the group. */
    | {readonly kind: "penetration"}
    /** 100 × share within the group ÷ share within all. */
    | {readonly kind: "index"; readonly part: Part}
  );

export interface Measures {
  readonly currency: string;
  readonly measures: readonly Measure[];
}
