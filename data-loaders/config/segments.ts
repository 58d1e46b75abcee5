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
 * A test on one value; all its parts hold. Ends: from and up_to include the value, above and below do not.
 * Money stands as in the file (5 is five dollars, not cents), a share as a number from 0 to 1, a weekday as the
 * number the data has for it.
 *
 * A missing value passes no test but `missing: true`, which stands alone. A test holds or it does not, there is no
 * third answer: so `not` of a test holds where the value is missing.
 */
export interface Test {
  readonly from?: number;
  readonly above?: number;
  readonly up_to?: number;
  readonly below?: number;
  readonly in?: readonly (string | number)[];
  /** True: only a missing value passes. False: every value that is not missing does. */
  readonly missing?: boolean;
}

/**
 * A condition, of two values: it holds or it does not. `{all: []}` always holds, `{any: []}` never.
 * Subjects are fact names, column refs `customer.age`, or segmentation names, whose tests name labels (`in`).
 */
export type When =
  | {readonly all: readonly When[]}
  | {readonly any: readonly When[]}
  | {readonly not: When}
  | {readonly subject: string; readonly test: Test};

export type Take =
  | "count"
  | "sum"
  | "mean"
  | "median"
  | "min"
  | "max"
  | "share"
  /** By order number, then by cart position. */
  | "first"
  | "last"
  /** The value that most rows have; of several the smallest. */
  | "most_common";

/** A named value of one customer or one order, taken over its rows; rows without a value are passed over. */
export interface FactDescription {
  readonly name: string;
  /** Whose value it is; a fact per order is taken over the items of the order. */
  readonly per: "customer" | "order";
  /** The rows it is taken over: orders or items. */
  readonly of: Grain;
  /** The column taken; absent for count and share. */
  readonly column?: string;
  readonly take: Take;
  /** Only rows of `of` that pass; subjects are columns at that grain (items may test order columns too). */
  readonly where: When;
  readonly unit: string;
  /** The only right values, both ends included; absent: any. */
  readonly range?: {readonly from?: number; readonly up_to?: number};
  /** `never`: a missing value is a problem of the data. `as`: the value that stands for missing. */
  readonly missing: "never" | "allowed" | {readonly as: number};
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
  readonly when: When;
  /** The text it was written in, where it was written as `where:`. */
  readonly where?: string;
}

export interface SegmentWords {
  readonly label: string;
  readonly say?: string;
  /** `#rrggbb`, or a place in the palette from 1 to 8. */
  readonly colour?: string | number;
  /** The place among the segments that was written; they stand in that order already. */
  readonly order?: number;
}

/** Sizes that stop the build, as shares from 0 to 1 of the rows that are split. */
export interface Expect {
  readonly else_at_most?: number;
  /** Of each segment but the ones for missing values and for the rest. */
  readonly each_at_least?: number;
  readonly at_most?: Readonly<Record<string, number>>;
}

interface SegmentationBase {
  readonly name: string;
  readonly title: string;
  /** What is split: customers, orders, or items. */
  readonly grain: Grain;
  /**
   * In the order of codes 0, 1, … everywhere: as written or by `order`, the missing or else segment last.
   * Bins, maps and rules are found in it by their label, not by their place.
   */
  readonly segments: readonly SegmentWords[];
  readonly expect?: Expect;
}

export interface Quantiles {
  /** How many segments of about the same size. */
  readonly count: number;
  /** Whether cut points are kept in `config/frozen.yaml` once computed. */
  readonly freeze: boolean;
  /** The kept cut points, `count` − 1; the bins have them as `up_to`. Absent: computed from the data. */
  readonly frozen?: readonly number[];
}

export type Segmentation = SegmentationBase &
  (
    | {
        readonly kind: "bins";
        readonly by: string;
        /** Without ends where quantiles are still to be computed. */
        readonly bins: readonly Bin[];
        readonly quantiles?: Quantiles;
        readonly missing?: string;
      }
    | {
        readonly kind: "map";
        readonly by: string;
        readonly map: readonly {readonly label: string; readonly values: readonly (string | number)[]}[];
        readonly missing?: string;
      }
    | {
        readonly kind: "rules";
        /**
         * `first`: the first rule that holds. `unique`: the only one, two are a problem. `all`: the rules that hold,
         * as one segment `A + B` in the order of the rules.
         */
        readonly match: "first" | "unique" | "all";
        readonly rules: readonly Rule[];
        readonly else?: string;
      }
    /** Segments are the pairs in row-major order, labelled `A · B`. */
    | {readonly kind: "cross"; readonly of: readonly [string, string]}
  );

export interface Segments {
  readonly facts: readonly FactDescription[];
  /** In an order in which each stands after those it uses. */
  readonly segmentations: readonly Segmentation[];
}
