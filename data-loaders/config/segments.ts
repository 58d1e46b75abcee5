/**
 * Exact types of `config/segments.yaml`: a closed description of facts and segmentations as plain data.
 * It knows nothing of arrays or SQL; baskets execute it now, a warehouse could later.
 */

export type Grain = "customer" | "order" | "item";

/** Column references are `grain.column`: customer.age, order.hour, item.price, item.department. */
export interface ColumnRef {
  readonly grain: Grain;
  readonly column: string;
}

/**
 * A test on one value. Ends: from and up_to include the value, above and below do not.
 * Money stands as in the file (5 is five dollars, not cents), a share as a number from 0 to 1.
 */
export interface Test {
  readonly from?: number;
  readonly above?: number;
  readonly up_to?: number;
  readonly below?: number;
  readonly in?: readonly (string | number)[];
}

/** All entries hold. Subjects are fact names, column refs `customer.age`, or segmentation names. */
export type Condition = readonly {readonly subject: string; readonly test: Test}[];

export type Take = "count" | "sum" | "mean" | "median" | "min" | "max" | "share";

/** A named value of one customer. NaN where missing. */
export interface FactDescription {
  readonly name: string;
  /** The rows it is taken over: all orders or all items of the customer. */
  readonly of: Grain;
  /** The column taken; absent for count and share. */
  readonly column?: string;
  readonly take: Take;
  /** Only rows of `of` that pass; subjects are columns at that grain (items may test order columns too). */
  readonly where: Condition;
  readonly unit: string;
  readonly missing: boolean;
  readonly says: string;
}

/** Ends are in the unit of what is split; money as in the file, not in cents. */
export interface Bin {
  readonly label: string;
  /** Values up to and including. */
  readonly up_to?: number;
  /** Values below. The last bin has neither. */
  readonly below?: number;
}

export interface Rule {
  readonly label: string;
  readonly when: Condition;
}

export interface SegmentWords {
  readonly label: string;
  readonly say?: string;
}

interface SegmentationBase {
  readonly name: string;
  readonly title: string;
  /** What is split: customers, orders, or items. */
  readonly grain: Grain;
  /** In order, the missing or else segment last. This is the order of codes 0, 1, … everywhere. */
  readonly segments: readonly SegmentWords[];
}

export type Segmentation = SegmentationBase &
  (
    | {readonly kind: "bins"; readonly by: string; readonly bins: readonly Bin[]; readonly missing?: string}
    | {
        readonly kind: "map";
        readonly by: string;
        readonly map: readonly {readonly label: string; readonly values: readonly (string | number)[]}[];
        readonly missing?: string;
      }
    | {readonly kind: "rules"; readonly rules: readonly Rule[]; readonly else?: string}
    /** Segments are the pairs in row-major order, labelled `A · B`. */
    | {readonly kind: "cross"; readonly of: readonly [string, string]}
  );

export interface Segments {
  readonly facts: readonly FactDescription[];
  /** In an order in which each stands after those it uses. */
  readonly segmentations: readonly Segmentation[];
}
