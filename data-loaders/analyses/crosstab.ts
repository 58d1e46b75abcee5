import type {Aggregate, Dimension} from "../aggregates/aggregate.ts";
import type {CustomerValue} from "./customerValue.ts";

/** How segmentations of customers relate to each other, and what customers' values have to do with them. */
export interface Crosstabs {
  /** Of customers, in the order they are declared. */
  readonly segmentations: readonly Dimension[];
  /** Grain: one per unordered pair of segmentations, `rows` before `columns` in that order. */
  readonly pairs: readonly Crosstab[];
  /** Grain: one per ordered pair where one segmentation follows from the other. */
  readonly follows: readonly Follows[];
  /** Grain: one per segmentation and value. */
  readonly values: readonly SegmentedValue[];
}

/** Customers by two segmentations. */
export interface Crosstab {
  readonly rows: string;
  readonly columns: string;
  /** Row-major: row × number of columns + column. Only the part `customers`; NaN where hidden. */
  readonly cells: Aggregate;
  readonly customers: number;
  /** Segments with at least one customer. */
  readonly usedRows: number;
  readonly usedColumns: number;
  /**
   * √(χ² ÷ customers), Pearson's χ² over all cells, also those that are hidden; rounded to four decimals, so that no
   * small cell follows from it. χ² = customers × phi²; Cramér's V = phi ÷ √(min(usedRows, usedColumns) − 1).
   */
  readonly phi: number;
}

/** Whoever knows a customer's segment in `from` knows it in `segmentation`. */
export interface Follows {
  readonly segmentation: string;
  readonly from: string;
  /** For every customer; else for at least 99 of 100, and with at most a tenth of the mistakes made without `from`. */
  readonly exactly: boolean;
}

/** A value of customers by the segments of a segmentation. Grain of the lists: one entry per segment. */
export interface SegmentedValue extends ValueSums {
  readonly segmentation: string;
  readonly value: CustomerValue;
  /** Over all customers with a value: Σ(t³ − t) over groups of t equal values, for ranks with ties. */
  readonly ties: number;
}

/** NaN where the gate hides the segment; 0 customers and NaN where nobody has the value. */
export interface ValueSums {
  /** Customers with the value: the ratio's second part is not 0. */
  readonly customers: Float64Array;
  readonly mean: Float64Array;
  /** Σ (value − mean of the segment)²: what is within. */
  readonly squares: Float64Array;
  /** Sum of ranks among all customers with a value, from 1 for the least; equal values share their mean rank. */
  readonly ranks: Float64Array;
}
