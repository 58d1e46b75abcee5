import type {Part} from "../config/measures.ts";
import type {Grain} from "../config/segments.ts";
import type {CellMoments, SpreadOf} from "./spread.ts";

/** Something aggregates are grouped by: a segmentation, or day, hour, department, aisle, product. */
export interface Dimension {
  /** `loyalty`, `day`, `hour`, `department`, `aisle`, `product`, `price_range` */
  readonly name: string;
  readonly title: string;
  readonly grain: Grain;
  /** Printed names in order of code. Hostile text: escape where written. */
  readonly labels: readonly string[];
  /** True where the order of labels has meaning (hours, age groups); false where charts sort by size. */
  readonly ordered: boolean;
}

/** Grouping asked for: at most one customer segmentation, and order or item dimensions, `["profile", "hour"]`. */
export interface AggregateQuery {
  readonly by: readonly string[];
  /** Ratios whose scatter over customers is wanted, for intervals. Only parts that the grouping has. */
  readonly spreads?: readonly SpreadOf[];
}

/**
 * Grain: one cell per combination of the dimensions' labels, row-major in the order of `by`; `[]` is one cell.
 * Parts that a grouping cannot have are absent: orders by product, gaps by department.
 */
export interface Aggregate {
  readonly dimensions: readonly Dimension[];
  readonly cells: number;
  /** Distinct customers always; spend in cents. NaN in every part of a cell that the disclosure gate hides. */
  readonly parts: Readonly<Partial<Record<Part, Float64Array>>> & {readonly customers: Float64Array};
  /** Days since the prior order 0, 1, 2 …: cell × (longest gap + 1) counts; for exact medians. */
  readonly gap_histogram?: {readonly width: number; readonly counts: Float64Array};
  /** By `spreadKey`: those the query asks for. */
  readonly spreads?: ReadonlyMap<string, CellMoments>;
  /** 1 where the gate hides the cell: fewer customers than the threshold. */
  readonly hidden: Uint8Array;
}
